import * as z from 'zod';
import { hmac, isSame } from '../hmac.ts';
import type { DeskAnswer, DeskEvent, DeskKind, DeskRequest } from '../kind.ts';
import { readReference, referenceOf } from '../reference.ts';

const Task = z.looseObject({
  customerId: z.string(),
  decision: z.string(),
  subject: z.string(),
  text: z.string(),
});
const Reply = z.looseObject({ customerId: z.string(), ticket: z.string(), text: z.string() });

const VERSION = { 'intercom-version': '2.14' };

/** An attribute of the ticket type, which the company makes: it holds our reference. */
const REFERENCE = 'tactful_task';

const Made = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) });

const State = z.union([z.string(), z.looseObject({ category: z.string() }).transform(({ category }) => category)]);

/** Before 2.12 its state is a word. */
const Ticket = z.looseObject({
  ticket_state: State.optional(),
  ticket_attributes: z.record(z.string(), z.unknown()),
});

/** A notification about a ticket, which is the item itself or in it. */
const Notification = z.looseObject({
  topic: z.string(),
  data: z.looseObject({
    item: z.union([z.looseObject({ ticket: Ticket }).transform(({ ticket }) => ticket), Ticket]),
  }),
});

const SAYS: Record<string, DeskAnswer['type']> = {
  in_progress: 'agent.task_taken',
  resolved: 'agent.task_done',
};

const made = ({ detail }: DeskEvent, ticketType: string | undefined): DeskRequest => {
  const { customerId, decision, subject, text } = Task.parse(detail);
  return {
    method: 'POST',
    path: '/tickets',
    headers: VERSION,
    body: {
      ticket_type_id: ticketType ?? '',
      // The company's own id of the customer, as Intercom knows it.
      contacts: [{ external_id: customerId }],
      ticket_attributes: {
        _default_title_: subject,
        _default_description_: text,
        [REFERENCE]: referenceOf(decision, customerId),
      },
    },
  };
};

const replied = ({ detail }: DeskEvent): DeskRequest => {
  const { customerId, ticket, text } = Reply.parse(detail);
  return {
    method: 'POST',
    path: `/tickets/${encodeURIComponent(ticket)}/reply`,
    headers: VERSION,
    body: { message_type: 'comment', type: 'user', user_id: customerId, body: text },
  };
};

/** Intercom: a task is a ticket of one type, with our reference in an attribute of it. */
export const intercom: DeskKind = {
  requestOf: (event, { ticket, ticketType }) => {
    if (event['detail-type'] === 'agent.task_created') return made(event, ticketType);
    if (event['detail-type'] === 'desk.reply_received') return replied(event);
    if (ticket === undefined) return undefined;
    return { method: 'PUT', path: `/tickets/${encodeURIComponent(ticket)}`, headers: VERSION, body: { open: false } };
  },
  ticketIn: (answer) => Made.safeParse(answer).data?.id,
  // sha1 of the body, by the client secret of the app. It has no time: what somebody sends again says what was said.
  isSigned: (headers, body, key) => isSame(headers['x-hub-signature'], `sha1=${hmac('sha1', key, body, 'hex')}`),
  answerIn: (body) => {
    const { data } = Notification.safeParse(body);
    if (!data) return undefined;
    const { ticket_state: state = '', ticket_attributes: attributes } = data.data.item;
    const about = readReference(attributes[REFERENCE]);
    const type = data.topic === 'ticket.admin.assigned' ? 'agent.task_taken' : SAYS[state];
    return about && type ? { type, detail: { ...about } } : undefined;
  },
};
