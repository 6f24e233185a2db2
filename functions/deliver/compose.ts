import type { Reserved } from '../../core/customer/commands/on-send.ts';
import { decisionId } from '../../core/customer/decision-id.ts';
import type { Words } from '../../core/customer/draft.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { addressOf, CHANNELS, type Sendable, WORK_CHANNEL } from '../../language/catalogue/channel.ts';
import { OFFERED } from '../../language/catalogue/giver.ts';
import { type Spoken, spokenIn } from '../../language/catalogue/question.ts';
import { type Asking, askingOf, meaningOf, type OfferedKinds } from '../shared/asking.ts';
import type { ClickLink, Links } from '../shared/link.ts';
import { mayMeasure } from '../shared/measuring.ts';
import { replyAddress } from '../shared/reply-address.ts';
import { speechIn, spokenOf } from '../shared/speech.ts';
import type { Ask, Message } from './channel.ts';
import { CopyFailed } from './copy/errors.ts';
import type { Rendered, Renderer } from './copy/render.ts';
import type { DeliverDeps } from './deliver.ts';
import { composeEmail } from './email/email.ts';

export interface ComposeDeps {
  catalogue: Catalogue;
  render: Renderer;
  links: Links;
  sender: { name: string; postal?: string };
  /** Where answers to emails come in, such as `reply.acme.example`; without one they go to the sender. */
  replyDomain?: string | undefined;
}

/** The words of decisions and of work for people; what cannot be written is reported. */
export const createWords = (render: Renderer, report: (error: unknown) => void): Words => {
  const write = <Written>(writing: () => Written): Written | undefined => {
    try {
      return writing();
    } catch (error) {
      if (!(error instanceof CopyFailed)) throw error;
      report(error);
      return undefined;
    }
  };
  return {
    because: ({ moment, names, zone, locale }) => write(() => render.renderBecause(moment, names, zone, locale)),
    task: ({ moment, names, zone, locale }) =>
      write(() => {
        const { subject, text } = render({ moment, channel: WORK_CHANNEL, names, zone, ...(locale ? { locale } : {}) });
        return { subject, text };
      }),
  };
};

const textOf = ({ attributes }: CustomerState, name: string): string | undefined => {
  const value = attributes[name]?.value;
  return value === undefined ? undefined : String(value);
};

type About = Omit<Message, 'subject' | 'text' | 'html' | 'headers'>;
type Composer = (
  about: About,
  rendered: Rendered,
  deps: ComposeDeps,
  question: LinkedQuestion | undefined,
  /** The customer's own. */
  locale: string | undefined,
) => Message;

/** What a message asks, and where it is answered. */
interface LinkedQuestion {
  asking: Asking;
  url: string;
}

const askOf = ({ asking: { question, choices }, url }: LinkedQuestion): Ask => ({
  question,
  choices: choices.map(({ value, label, means }) => ({
    label,
    ...(means === undefined ? {} : { means }),
    url: `${url}?answer=${value}`,
  })),
});

const withButtons: Composer = (about, rendered, { catalogue }, question) => {
  const { keeps } = catalogue.policy.inbox ?? {};
  const more = { ...(question && { asks: askOf(question) }), ...(keeps !== undefined && { keeps }) };
  return message({ ...about, ...more }, rendered, {});
};

/** One link at the end: a number that has to be typed is dearer than a tap. */
const withShortLink: Composer = (about, rendered, { links }, question) => {
  if (!question) return message(about, rendered, {});
  const short = links.shorten(question.url);
  const { locale, subject } = rendered;
  const lead = spokenIn(locale);
  const end = lead === undefined ? short.url : `${ANSWER_HERE[lead]} ${short.url}`;
  const copy = {
    subject,
    get text() {
      return `${rendered.text} ${end}`;
    },
  };
  return message({ ...about, short }, copy, {});
};

const ANSWER_HERE: Record<Spoken, string> = { en: 'Answer:', de: 'Antworten:' };

const withWaysOut: Composer = (about, rendered, { catalogue, links, sender, replyDomain }, question, locale) => {
  const { customer, enrolment, step, visit, purpose, topic, channel } = about;
  const called = topic && catalogue.policy.topics[topic];
  const email = composeEmail({
    rendered,
    // The language of the pages that its links lead to, also where the copy has no text in it.
    speech: () => speechIn(catalogue, spokenOf(catalogue, [...(locale ? [locale] : []), rendered.locale])),
    purpose,
    ...(topic && called ? { topic: { id: topic, called } } : {}),
    links: {
      preferences: links.preferences(customer),
      unsubscribe: links.unsubscribe(customer, topic, channel),
      why: links.why(customer, enrolment, step, visit),
    },
    sender,
    ...(question && { ask: { ...askOf(question), meaning: meaningOf(question.asking) } }),
  });
  if (replyDomain === undefined) return message(about, email, email.headers);
  const link = links.reply({ customer, enrolment, step, visit });
  return message({ ...about, replyTo: { address: replyAddress(link.code, replyDomain), link } }, email, email.headers);
};

/** By the body of the channel. */
const COMPOSERS: Record<(typeof CHANNELS)[Sendable]['body'], Composer> = {
  'html-document': withWaysOut,
  'html-fragment': withButtons,
  'short-text': withShortLink,
};

/** Writes a reserved message as this customer gets it, with the ways out that its channel has. */
export const createCompose =
  (deps: ComposeDeps): DeliverDeps['compose'] =>
  (state, { subject, channel, because, names }): Message => {
    const { catalogue, render, links } = deps;
    const { enrolment, journey, step, visit, moment, purpose } = subject;
    const locale = textOf(state, 'locale');
    const zone = textOf(state, 'zone') ?? catalogue.policy.zone;
    const linkOf = countedLinks(state, { ...subject, channel }, deps);
    const rendered = render({ moment, channel, names, zone, because, linkOf, ...(locale ? { locale } : {}) });
    const { topic } = catalogue.moments[moment] ?? {};
    const asking =
      catalogue.moments[moment] && askingOf(catalogue.moments[moment], locale, offeredBy(state, subject, catalogue));
    const question = asking && {
      asking,
      url: links.answer({ customer: state.id, enrolment, step, visit, moment, ...(locale ? { locale } : {}) }),
    };
    const to = textOf(state, addressOf(channel) ?? '');
    const about = {
      id: decisionId(subject),
      customer: state.id,
      journey,
      enrolment,
      step,
      visit,
      moment,
      purpose,
      channel,
      ...(topic ? { topic } : {}),
      ...(to ? { to } : {}),
    };
    return COMPOSERS[CHANNELS[channel].body](about, rendered, deps, question, locale);
  };

/** What the message offers, as it was worked out when it was reserved; in a preview the first of the list. */
const offeredBy = (
  { enrolments }: CustomerState,
  { enrolment, moment }: Reserved['subject'],
  { gestures, moments }: Catalogue,
): OfferedKinds => {
  const offers = enrolments[enrolment]?.offers;
  const ownKinds = moments[moment]?.gestures?.slice(0, OFFERED.most) ?? [];
  return { kinds: offers?.moment === moment ? offers.kinds : ownKinds, gestures };
};

/** Links of an email lead over a page of ours that counts them, where policy says so and the customer has not said no. */
const countedLinks = (
  state: CustomerState,
  { enrolment, step, visit, moment, channel }: Omit<ClickLink, 'customer' | 'url'> & { channel: Sendable },
  { catalogue, links }: ComposeDeps,
): ((url: string) => string) | undefined => {
  if (CHANNELS[channel].body !== 'html-document' || !mayMeasure(state, catalogue.policy)) return undefined;
  const about = { customer: state.id, enrolment, step, visit, moment };
  return (url) => (URL.canParse(url) ? links.click({ ...about, url }) : url);
};

/** Writes all of a message before a channel has it: what cannot be written is refused, and not taken for what may have gone out. */
export const writtenWhole =
  (compose: DeliverDeps['compose']): DeliverDeps['compose'] =>
  (...args) => ({ ...compose(...args) });

/** Text and HTML are written when a channel reads them: a simulated one does not. */
const message = (
  about: About,
  copy: Pick<Message, 'subject' | 'text'> & { html?: string | undefined },
  headers: Message['headers'],
): Message => ({
  ...about,
  subject: copy.subject,
  get text() {
    return copy.text;
  },
  get html() {
    return copy.html;
  },
  headers,
});
