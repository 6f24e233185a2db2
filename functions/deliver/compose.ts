import { decisionId } from '../../core/customer/decision-id.ts';
import type { Words } from '../../core/customer/draft.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { ADDRESS } from '../../core/gate/reach.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Links } from '../shared/link.ts';
import type { Message } from './channel.ts';
import type { Renderer } from './copy/render.ts';
import type { DeliverDeps } from './deliver.ts';
import { composeEmail } from './email/email.ts';

export interface ComposeDeps {
  catalogue: Catalogue;
  render: Renderer;
  links: Links;
  sender: { name: string; postal?: string };
}

/** The words of decisions and of work for people. */
export const createWords = (render: Renderer): Words => ({
  because: ({ moment, names, zone, locale }) => render.renderBecause(moment, names, zone, locale),
  task: ({ moment, names, zone, locale }) => {
    const { subject, text } = render({ moment, channel: 'agent', names, zone, ...(locale ? { locale } : {}) });
    return { subject, text };
  },
});

const textOf = ({ attributes }: CustomerState, name: string): string | undefined => {
  const value = attributes[name]?.value;
  return value === undefined ? undefined : String(value);
};

/** Writes a reserved message as this customer gets it, with the ways out that its channel has. */
export const createCompose =
  ({ catalogue, render, links, sender }: ComposeDeps): DeliverDeps['compose'] =>
  (state, { subject, channel, because, names }): Message => {
    const { enrolment, journey, step, visit, moment, purpose } = subject;
    const locale = textOf(state, 'locale');
    const zone = textOf(state, 'zone') ?? catalogue.policy.zone;
    const rendered = render({ moment, channel, names, zone, because, ...(locale ? { locale } : {}) });
    const topic = catalogue.moments[moment]?.topic;
    const to = textOf(state, ADDRESS[channel] ?? '');
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
    if (channel !== 'email') return message(about, rendered, {});
    const topicName = topic && catalogue.policy.topics[topic];
    const email = composeEmail({
      rendered,
      purpose,
      ...(topicName ? { topicName } : {}),
      links: {
        preferences: links.preferences(state.id),
        unsubscribe: links.unsubscribe(state.id, topic, channel),
        why: links.why(state.id, enrolment, step, visit),
      },
      sender,
    });
    return message(about, email, email.headers);
  };

/** Writes all of a message before a channel has it: what cannot be written is refused, and not taken for what may have gone out. */
export const writtenWhole =
  (compose: DeliverDeps['compose']): DeliverDeps['compose'] =>
  (...given) => ({ ...compose(...given) });

/** Text and HTML are written when a channel reads them: a simulated one does not. */
const message = (
  about: Omit<Message, 'subject' | 'text' | 'html' | 'headers'>,
  copy: Pick<Message, 'subject' | 'text' | 'html'>,
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
