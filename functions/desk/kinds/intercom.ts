import * as z from 'zod';
import { hmac, isSame, timeIn } from '../hmac.ts';
import type { AskDesk, DeskAnswer, DeskContext, DeskEvent, DeskRequest, WebhookKind } from '../kind.ts';
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

const Id = z.union([z.string(), z.number()]).transform(String);
const Made = z.looseObject({ id: Id });

/** A ticket type: what its attributes are called, and by what number a search knows them. */
const TicketType = z.looseObject({
  ticket_type_attributes: z.looseObject({ data: z.array(z.looseObject({ id: Id, name: z.string() })) }),
});
const Listed = z.looseObject({ tickets: z.array(Made) });

const State = z.union([z.string(), z.looseObject({ category: z.string() }).transform(({ category }) => category)]);

/** Before 2.12 its state is a word. */
const Ticket = z.looseObject({
  ticket_state: State.optional(),
  ticket_attributes: z.record(z.string(), z.unknown()),
});

/** A notification about a ticket, which is the item itself or in it. */
const Notification = z.looseObject({
  /** The same in whatever is tried again. */
  id: z.string().optional(),
  /** Seconds since 1970. */
  created_at: z.number().optional(),
  topic: z.string(),
  data: z.looseObject({
    item: z.union([z.looseObject({ ticket: Ticket }).transform(({ ticket }) => ticket), Ticket]),
  }),
});

const SAYS: Record<string, DeskAnswer['type']> = {
  in_progress: 'agent.task_taken',
  resolved: 'agent.task_done',
};

const buildCreate = ({ detail }: DeskEvent, ticketType: string | undefined): DeskRequest => {
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

/** There is no key for repeats in Intercom's API, so it is asked for the ticket with our reference. */
const find = async ({ detail }: DeskEvent, { ticketType = '' }: DeskContext, ask: AskDesk) => {
  const { customerId, decision } = Task.parse(detail);
  const path = `/ticket_types/${encodeURIComponent(ticketType)}`;
  const { ticket_type_attributes: attributes } = TicketType.parse(await ask({ method: 'GET', path, headers: VERSION }));
  const attribute = attributes.data.find(({ name }) => name === REFERENCE);
  // A type without our attribute has no ticket of ours, and takes none.
  if (!attribute) return undefined;
  const query = { field: `ticket_attribute.${attribute.id}`, operator: '=', value: referenceOf(decision, customerId) };
  const answer = await ask({ method: 'POST', path: '/tickets/search', headers: VERSION, body: { query } });
  return Listed.parse(answer).tickets[0]?.id;
};

const buildReply = ({ detail }: DeskEvent): DeskRequest => {
  const { customerId, ticket, text } = Reply.parse(detail);
  return {
    method: 'POST',
    path: `/tickets/${encodeURIComponent(ticket)}/reply`,
    headers: VERSION,
    body: { message_type: 'comment', type: 'user', user_id: customerId, body: text },
  };
};

/** Intercom: a task is a ticket of one type, with our reference in an attribute of it. */
export const intercom: WebhookKind = {
  requestOf: (event, { ticket, ticketType }) => {
    if (event['detail-type'] === 'agent.task_created') return buildCreate(event, ticketType);
    if (event['detail-type'] === 'desk.reply_received') return buildReply(event);
    if (ticket === undefined) return undefined;
    return { method: 'PUT', path: `/tickets/${encodeURIComponent(ticket)}`, headers: VERSION, body: { open: false } };
  },
  ticketIn: (answer) => Made.safeParse(answer).data?.id,
  find,
  isClosed: ({ status }) => status === 404,
  // sha1 of the body, by the client secret of the app. It has no time: what somebody sends again says what was said.
  isSigned: (headers, body, key) => isSame(headers['x-hub-signature'], `sha1=${hmac('sha1', key, body, 'hex')}`),
  answerIn: (body, headers) => {
    const { data } = Notification.safeParse(body);
    if (!data) return undefined;
    const { ticket_state: state = '', ticket_attributes: attributes } = data.data.item;
    const about = readReference(attributes[REFERENCE]);
    const type = data.topic === 'ticket.admin.assigned' ? 'agent.task_taken' : SAYS[state];
    const { id: key = headers['x-hub-signature'] ?? '', created_at: at } = data;
    return about && type ? { type, detail: { ...about, key }, at: timeIn(at?.toString()) } : undefined;
  },
};
