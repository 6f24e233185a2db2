import * as z from 'zod';
import { digest } from '../../../core/hash.ts';
import { DAY, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { DeskEvent, DeskKind, DeskRequest } from '../kind.ts';
import { referenceOf } from '../reference.ts';

/** How the company set up Amazon Connect. */
export interface ConnectSetup {
  /** The id of the instance, the last part of its ARN. */
  instance: string;
  /** The id of the flow that a task runs through: it puts it into a queue. */
  flow: string;
  /** Where the console is, for a link to the customer's story; none where a stage has no console. */
  console?: string | undefined;
}

const Task = z.looseObject({
  customerId: z.string(),
  decision: z.string(),
  moment: z.string(),
  subject: z.string(),
  text: z.string(),
  due: z.iso.datetime({ offset: true }).optional().catch(undefined),
  priority: z.string().optional(),
  team: z.string().optional(),
});
const Reply = z.looseObject({ customerId: z.string(), ticket: z.string(), reply: z.string(), text: z.string() });
const Made = z.looseObject({ ContactId: z.string() });

/** Attributes of a contact: flows read the first ones, and set the last ones, which come back with its end. */
export const ATTRIBUTES = {
  reference: 'tactful_task',
  moment: 'tactful_moment',
  priority: 'tactful_priority',
  due: 'tactful_due',
  team: 'tactful_team',
  ticket: 'tactful_ticket',
  outcome: 'tactful_outcome',
  note: 'tactful_note',
  declined: 'tactful_declined',
} as const;

/** What Connect takes of a name and of a description. */
const [NAME, DESCRIPTION] = [512, 4096];
const CUT = '…';
const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - CUT.length)}${CUT}`;

/** How long work without a journey that waits stays open after it was due, and a day. */
const AFTER_DUE = 15 * DAY;
/** Between a week, after which Connect ends a task if nothing is said, and ninety days, the most that it takes. */
const [SHORTEST, LONGEST] = [7 * DAY, 90 * DAY];

/** Ours ends first, and then the contact with it: what Connect ends by itself looks like work that nobody did. */
const expiryOf = (from: string, due: string): object => {
  const open = Date.parse(due) - Date.parse(from) + AFTER_DUE;
  const ValueInteger = Math.ceil(Math.min(Math.max(open, SHORTEST), LONGEST) / MINUTE);
  return { SegmentAttributes: { 'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger } } } } };
};

/** Amazon Connect: a task is a contact of the channel TASK, with our reference in an attribute of it. It is asked as the API of AWS is. */
export const createConnect = ({ instance, flow, console }: ConnectSetup): DeskKind => {
  const start = (token: string, customer: string, body: object): DeskRequest => ({
    method: 'PUT',
    path: '/contact/task',
    body: {
      InstanceId: instance,
      ContactFlowId: flow,
      // By it Connect answers a repeat with the contact that it made at first.
      ClientToken: digest([token]),
      ...(console !== undefined && {
        References: { Story: { Type: 'URL', Value: `${console}/agent/${encodeURIComponent(customer)}` } },
      }),
      ...body,
    },
  });
  const buildCreate = ({ time, detail }: DeskEvent): DeskRequest => {
    const { customerId, decision, moment, subject, text, due, priority, team } = Task.parse(detail);
    return start(decision, customerId, {
      Name: clip(subject, NAME),
      Description: clip(text, DESCRIPTION),
      Attributes: {
        [ATTRIBUTES.reference]: referenceOf(decision, customerId),
        [ATTRIBUTES.moment]: moment,
        ...(priority !== undefined && { [ATTRIBUTES.priority]: priority }),
        ...(due !== undefined && { [ATTRIBUTES.due]: due }),
        ...(team !== undefined && { [ATTRIBUTES.team]: team }),
      },
      ...(due !== undefined && expiryOf(time, due)),
    });
  };
  const buildReply = ({ detail }: DeskEvent): DeskRequest => {
    const { customerId, ticket, reply, text } = Reply.parse(detail);
    return start(`reply ${reply}`, customerId, {
      Name: clip(`A customer replied, whose ticket is ${ticket}`, NAME),
      Description: clip(text, DESCRIPTION),
      Attributes: { [ATTRIBUTES.ticket]: ticket },
    });
  };
  return {
    requestOf: (event, { ticket }) => {
      if (event['detail-type'] === 'agent.task_created') return buildCreate(event);
      if (event['detail-type'] === 'desk.reply_received') return buildReply(event);
      if (ticket === undefined) return undefined;
      return { method: 'POST', path: '/contact/stop', body: { ContactId: ticket, InstanceId: instance } };
    },
    ticketIn: (answer) => Made.safeParse(answer).data?.ContactId,
    // A contact that has ended: not found, gone, or no longer one that can be stopped.
    isClosed: ({ status, why = '' }) => status === 404 || status === 410 || why.startsWith('InvalidRequestException'),
  };
};
