import * as z from 'zod';
import { hmac, isNow, isSame, timeIn } from '../hmac.ts';
import type { AskDesk, DeskAnswer, DeskEvent, DeskRequest, WebhookKind } from '../kind.ts';
import { readReference, referenceOf } from '../reference.ts';

const Task = z.looseObject({
  customerId: z.string(),
  decision: z.string(),
  moment: z.string(),
  subject: z.string(),
  text: z.string(),
  due: z.string().optional(),
  priority: z.string().optional(),
});
const Closed = z.looseObject({ status: z.string(), by: z.string().optional(), reason: z.string().optional() });
const Reply = z.looseObject({ ticket: z.string(), text: z.string() });

/** What Zendesk takes of a subject. */
const SUBJECT = 150;

const Made = z.looseObject({ ticket: z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) }) });

const Listed = z.looseObject({
  tickets: z.array(
    z.looseObject({ id: z.union([z.string(), z.number()]).transform(String), external_id: z.string().nullish() }),
  ),
});

/** The JSON of the trigger that docs/desk.md has written: Zendesk fills in its placeholders. */
const TriggerBody = z.looseObject({
  reference: z.string(),
  status: z.string().transform((status) => status.toLowerCase()),
  by: z.string().optional(),
  note: z.string().optional(),
  outcome: z.string().optional(),
});

/** A status of a ticket, and what it says of a task. */
const SAYS: Record<string, DeskAnswer['type']> = {
  open: 'agent.task_taken',
  pending: 'agent.task_taken',
  hold: 'agent.task_taken',
  solved: 'agent.task_done',
  closed: 'agent.task_done',
};

/** Words of ours that Zendesk has too. */
const PRIORITIES = ['urgent', 'high', 'normal', 'low'];

const change = (ticket: string, body: object): DeskRequest => ({
  method: 'PUT',
  path: `/api/v2/tickets/${encodeURIComponent(ticket)}.json`,
  body: { ticket: body },
});

/** A comment that colleagues alone read. */
const internalComment = (body: string) => ({ body, public: false });

const buildCreate = ({ detail }: DeskEvent): DeskRequest => {
  const { customerId, decision, moment, subject, text, due, priority = '' } = Task.parse(detail);
  const ticket = {
    subject: subject.slice(0, SUBJECT),
    comment: internalComment(text),
    external_id: referenceOf(decision, customerId),
    tags: ['tactful', moment],
    type: 'task',
    ...(due !== undefined && { due_at: due }),
    ...(PRIORITIES.includes(priority) && { priority }),
  };
  // Zendesk answers a repeat with the ticket that it made at first, for two hours.
  const headers = { 'idempotency-key': decision.slice(0, 255) };
  return { method: 'POST', path: '/api/v2/tickets.json', headers, body: { ticket } };
};

const find = async ({ detail }: DeskEvent, ask: AskDesk): Promise<string | undefined> => {
  const { customerId, decision } = Task.parse(detail);
  const reference = referenceOf(decision, customerId);
  const path = `/api/v2/tickets.json?external_id=${encodeURIComponent(reference)}`;
  const { tickets } = Listed.parse(await ask({ method: 'GET', path }));
  return tickets.find(({ external_id: own }) => own === reference)?.id;
};

const buildClose = ({ detail }: DeskEvent, ticket: string | undefined): DeskRequest | undefined => {
  if (ticket === undefined) return undefined;
  const { status, by, reason } = Closed.parse(detail);
  const comment = [`This task is over: ${status}${by === undefined ? '' : ` by ${by}`}.`, reason]
    .filter(Boolean)
    .join(' ');
  return change(ticket, { status: 'solved', comment: internalComment(comment) });
};

const buildReply = ({ detail }: DeskEvent): DeskRequest => {
  const { ticket, text } = Reply.parse(detail);
  return change(ticket, { comment: internalComment(`The customer replied to a message of ours:\n\n${text}`) });
};

/** Zendesk Support: a task is a ticket with our reference as its external id. */
export const zendesk: WebhookKind = {
  requestOf: (event, { ticket }) => {
    if (event['detail-type'] === 'agent.task_created') return buildCreate(event);
    return event['detail-type'] === 'agent.task_closed' ? buildClose(event, ticket) : buildReply(event);
  },
  ticketIn: (answer) => Made.safeParse(answer).data?.ticket.id,
  find: (event, _, ask) => find(event, ask),
  // A ticket that was deleted, and one that is closed for good. That a field has to be filled in first is another 422.
  isClosed: ({ status, body }) => status === 404 || (status === 422 && /closed prevents ticket update/i.test(body)),
  // base64(HMACSHA256(timestamp + body)), by the signing secret of the webhook.
  isSigned: (headers, body, key, now) => {
    const at = headers['x-zendesk-webhook-signature-timestamp'];
    return (
      isNow(at, now) && isSame(headers['x-zendesk-webhook-signature'], hmac('sha256', key, `${at}${body}`, 'base64'))
    );
  },
  answerIn: (body, headers) => {
    const { data } = TriggerBody.safeParse(body);
    const about = readReference(data?.reference);
    const type = data && SAYS[data.status];
    if (!data || !about || !type) return undefined;
    const { by, note, outcome } = data;
    const done = type === 'agent.task_done' ? { ...(outcome && { outcome }), ...(note && { note }) } : {};
    // What Zendesk tries again is the same invocation.
    const key = headers['x-zendesk-webhook-invocation-id'] ?? headers['x-zendesk-webhook-signature'] ?? '';
    const at = timeIn(headers['x-zendesk-webhook-signature-timestamp']);
    return { type, detail: { ...about, key, ...(by && { by }), ...done }, at };
  },
};
