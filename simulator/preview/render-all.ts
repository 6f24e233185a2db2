import { emptyCustomer } from '../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Ask, Message } from '../../functions/deliver/channel.ts';
import { createCompose } from '../../functions/deliver/compose.ts';
import { createRenderer } from '../../functions/deliver/copy/render.ts';
import type { Scope } from '../../functions/deliver/copy/scope.ts';
import { type Channel, isSendable } from '../../language/catalogue/channel.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Project } from '../project.ts';
import { localLinks, localSender } from '../world/links.ts';
import { usesOf } from './uses.ts';

export interface Rendering {
  channel: Channel;
  /** `default`, or the language tag of its file. */
  locale: string;
  subject: string;
  /** Of an email that says it. */
  preheader?: string | undefined;
  /** As it goes out: with the footer and the ways out where the channel has them. */
  text: string;
  html?: string | undefined;
  /** Buttons that a channel shows beside the text. */
  asks?: Ask | undefined;
  because: string;
  /** Of a message to a customer. */
  headers?: Record<string, string>;
  to?: string | undefined;
}

const CUSTOMER = 'ada';

/** The same customer, as one who reads this language. */
const speaking = (
  { attributes: { locale: _, ...others }, ...state }: CustomerState,
  locale: string,
): CustomerState => ({
  ...state,
  attributes: {
    ...others,
    ...(locale === 'default' ? {} : { locale: { value: locale, provenance: 'stated', event: 'preview', at: 0 } }),
  },
});

/** Somebody of whom this is known. */
const customerOf = ({ customer }: Scope, locale: string): CustomerState => {
  const state = emptyCustomer(CUSTOMER, 0);
  const facts = { ...customer, locale: locale === 'default' ? undefined : locale };
  for (const [name, value] of Object.entries(facts))
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      state.attributes[name] = { value, provenance: 'stated', event: 'preview', at: 0 };
  return state;
};

interface Shown {
  moment: Moment;
  names: Scope;
  /** Who gets it; by default somebody of whom just what the copy may print is known. */
  customer?: CustomerState;
}

/** What a message is made from, and the message. */
export interface Written {
  rendering: Rendering;
  /** Of a channel to customers. */
  message?: Message;
}

/** A way to write a moment on one channel, in one language. It throws CopyFailed, and RangeError for a zone that is none. */
export const createPreview = (
  { catalogue, definitions }: Pick<Project, 'catalogue' | 'definitions'>,
  { moment, names, customer }: Shown,
): ((channel: Channel, locale: string) => Written) => {
  const render = createRenderer({ catalogue });
  const compose = createCompose({ catalogue, render, links: localLinks, sender: localSender });
  const { zone = catalogue.policy.zone } = names.customer;
  const [{ journey } = { journey: 'preview' }] = usesOf(moment.id, definitions);
  const purpose = moment.purpose ?? definitions.journeys[journey]?.purpose ?? 'relationship';
  const subject = {
    journey,
    enrolment: `${journey}-1`,
    step: `send-${moment.id}`,
    visit: 1,
    moment: moment.id,
    purpose,
  };
  const whoReads = (locale: string): CustomerState =>
    customer ? speaking(customer, locale) : customerOf(names, locale);

  return (channel, locale) => {
    const spoken = locale === 'default' ? {} : { locale };
    const rendered = render({ moment: moment.id, channel, names, zone: String(zone), ...spoken });
    const { because, preheader } = rendered;
    const same = { channel, locale, because };
    if (!isSendable(channel)) return { rendering: { ...same, subject: rendered.subject, text: rendered.text } };
    const message = compose(whoReads(locale), { subject, channel, because, names });
    const { text, html, asks, headers, to } = message;
    return { message, rendering: { ...same, preheader, subject: message.subject, text, html, asks, headers, to } };
  };
};

/** A moment as it goes out on every channel, in every language it has. Throws CopyFailed, and RangeError for a zone that is none. */
export const renderAll = (
  project: Pick<Project, 'catalogue' | 'definitions'>,
  moment: Moment,
  names: Scope,
): Rendering[] => {
  const write = createPreview(project, { moment, names });
  return Object.keys(moment.copy).flatMap((locale) =>
    moment.channels.map((channel) => write(channel, locale).rendering),
  );
};
