import { type CustomerState, emptyCustomer } from '../../core/customer/model/state.ts';
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
  because: string;
}

const CUSTOMER = 'ada';

/** Somebody of whom this is known. */
const customerOf = ({ customer }: Scope, locale: string): CustomerState => {
  const state = emptyCustomer(CUSTOMER, 0);
  const facts = { ...customer, locale: locale === 'default' ? undefined : locale };
  for (const [name, value] of Object.entries(facts))
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      state.attributes[name] = { value, provenance: 'stated', event: 'preview', at: 0 };
  return state;
};

/** A moment as it goes out on every channel, in every language it has. Throws CopyFailed, and RangeError for a zone that is none. */
export const renderAll = (
  { catalogue, definitions }: Pick<Project, 'catalogue' | 'definitions'>,
  moment: Moment,
  names: Scope,
): Rendering[] => {
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

  const one = (channel: Channel, locale: string): Rendering => {
    const spoken = locale === 'default' ? {} : { locale };
    const rendered = render({ moment: moment.id, channel, names, zone: String(zone), ...spoken });
    const { because, preheader } = rendered;
    if (!isSendable(channel)) return { channel, locale, because, subject: rendered.subject, text: rendered.text };
    const message = compose(customerOf(names, locale), { subject, channel, because, names });
    return { channel, locale, because, preheader, subject: message.subject, text: message.text, html: message.html };
  };

  return Object.keys(moment.copy).flatMap((locale) => moment.channels.map((channel) => one(channel, locale)));
};
