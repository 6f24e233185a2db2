import type { Words } from '../customer/draft.ts';
import { ADDRESS } from '../gate/reach.ts';
import type { Message } from './channel.ts';
import type { Renderer } from './copy/render.ts';
import type { DeliverDeps } from './deliver.ts';

/** The words of decisions and of work for people. */
export const createWords = (render: Renderer): Words => ({
  because: ({ moment, names, zone, locale }) => render.renderBecause(moment, names, zone, locale),
  task: ({ moment, names, zone, locale }) => {
    const { subject, text } = render({ moment, channel: 'agent', names, zone, ...(locale ? { locale } : {}) });
    return { subject, text };
  },
});

/** Writes a reserved message as this customer gets it. */
export const createCompose =
  (render: Renderer, zone: string, topicOf: (moment: string) => string | undefined): DeliverDeps['compose'] =>
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
    return {
      id: `${enrolment}/${step}`,
      customer,
      journey,
      enrolment,
      step,
      moment,
      purpose,
      ...(topic ? { topic } : {}),
      channel,
      ...(to === undefined ? {} : { to: String(to) }),
      subject: rendered.subject,
      text: rendered.text,
      ...(rendered.html ? { html: rendered.html } : {}),
      headers: {},
    };
  };
