import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Words } from '../customer/draft.ts';
import type { CustomerState } from '../customer/state.ts';
import { ADDRESS } from '../gate/reach.ts';
import type { Links } from '../shared/link.ts';
import type { Message } from './channel.ts';
import type { Rendered, Renderer } from './copy/render.ts';
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

/** Makes an email of a message: its layout, its footer, and the headers that let people leave. */
export type Letter = (message: Message, rendered: Rendered) => Message;

/** Writes a reserved message as this customer gets it. */
export const createCompose =
  (
    render: Renderer,
    zone: string,
    topicOf: (moment: string) => string | undefined,
    letter: Letter = (message) => message,
  ): DeliverDeps['compose'] =>
  ({ id: customer, attributes }, { decision, names }): Message => {
    const { enrolment, journey, step, moment, purpose, channel = 'email' } = decision;
    const locale = attributes.locale?.value;
    const rendered = render({
      moment,
      channel,
      names,
      zone: String(attributes.zone?.value ?? zone),
      ...(typeof locale === 'string' ? { locale } : {}),
    });
    const to = attributes[ADDRESS[channel] ?? '']?.value;
    const topic = topicOf(moment);
    const message: Message = {
      id: `${enrolment}/${step}`,
      customer: state.id,
      journey,
      enrolment,
      step,
      moment,
      purpose,
      channel,
      ...(topic ? { topic } : {}),
      ...(to ? { to } : {}),
    };
    return channel === 'email' ? letter(message, rendered) : message;
  };
