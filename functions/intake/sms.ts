import * as z from 'zod';
import type { Tagged } from '../deliver/tags.ts';
import type { Correspondent } from '../shared/stores/correspondents.ts';
import { type Envelope, EventRejected } from './envelope.ts';

/** Where texts and what became of them come from. */
const SMS = 'aws.sms-voice';

/** The last instant that a date can be, in milliseconds. */
const LAST = 8.64e15;

/** What became of a text, as SNS hands it on: no envelope of EventBridge's is around it. */
const Status = z.object({
  kind: z.literal('status').default('status'),
  eventType: z.string().startsWith('TEXT_'),
  messageId: z.string().min(1),
  /** In milliseconds. */
  eventTimestamp: z.number().min(0).max(LAST).optional(),
  context: z.record(z.string(), z.string()).default({}),
  source: z.undefined().optional(),
});

/** A text that somebody sent to our number. */
const Inbound = z.object({
  kind: z.literal('inbound').default('inbound'),
  originationNumber: z.string().min(1),
  messageBody: z.string(),
  inboundMessageId: z.string().min(1),
  source: z.undefined().optional(),
});

const FromSns = z.union([Status, Inbound]);

/** What a message of the queue says of texts; undefined of an event. */
export const textIn = (body: string): z.infer<typeof FromSns> | undefined => {
  if (!body.includes('"TEXT_') && !body.includes('"inboundMessageId"')) return undefined;
  try {
    return FromSns.safeParse(JSON.parse(body)).data;
  } catch {
    // Whatever it is, it is told where events are read.
    return undefined;
  }
};

type Type = `message.${'bounced' | 'soft_bounced' | 'delivered' | 'rejected'}`;

/**
 * What a status says of a text. One that is still on its way says nothing, and neither does `TEXT_UNKNOWN`, which is the last
 * word on each text where carriers tell nothing: numbers of a whole country would else be given up.
 */
const STATUS: Record<string, Type> = {
  TEXT_DELIVERED: 'message.delivered',
  TEXT_SUCCESSFUL: 'message.delivered',
  // There is no such number.
  TEXT_INVALID: 'message.bounced',
  // A phone that is off, or does not want us: one of these is no reason to give a number up, several in a row are.
  TEXT_UNREACHABLE: 'message.soft_bounced',
  TEXT_CARRIER_UNREACHABLE: 'message.soft_bounced',
  TEXT_TTL_EXPIRED: 'message.soft_bounced',
  TEXT_BLOCKED: 'message.soft_bounced',
  // Refused for the text itself, or by a rule of our own account: the number is in order.
  TEXT_INVALID_MESSAGE: 'message.rejected',
  TEXT_CARRIER_BLOCKED: 'message.rejected',
  TEXT_SPAM: 'message.rejected',
  TEXT_PROTECT_BLOCKED: 'message.rejected',
};

/**
 * A status of a text as our own event, about the customer and the decision that its context names. Undefined where there is
 * nothing to learn from it, or the text is not ours. Throws EventRejected where its context was changed.
 */
export const fromStatus = (
  { eventType, messageId, eventTimestamp, context }: z.infer<typeof Status>,
  read: (tags: Record<string, string | undefined>) => Tagged | undefined,
): Envelope | undefined => {
  const type = Object.hasOwn(STATUS, eventType) ? STATUS[eventType] : undefined;
  if (type === undefined) return undefined;
  const id = `${messageId}#${eventType}`;
  let tagged: Tagged | undefined;
  try {
    tagged = read(context);
  } catch {
    const message = `${eventType}: the context was not sealed with this stage's key, so nobody knows whose it is.`;
    throw new EventRejected('no-customer', message, { event: eventType, id });
  }
  if (!tagged) return undefined;
  const { customer: customerId, decision } = tagged;
  const detail = {
    customerId,
    channel: 'sms',
    decision,
    ...(type === 'message.delivered' ? {} : { cause: eventType }),
  };
  const time = eventTimestamp === undefined ? undefined : new Date(eventTimestamp).toISOString();
  return { id, source: SMS, 'detail-type': type, time, detail };
};

/**
 * An answer by text as the event that it is: of whom we last wrote to at that number, about what we wrote. No text says when it was
 * written: it is of the time at which it came, since a START that is taken again later would outdo the STOP that came after it.
 */
export const fromInbound = (
  { messageBody, inboundMessageId }: z.infer<typeof Inbound>,
  { customer, decision }: Correspondent,
  sentAt: number | undefined,
): Envelope => ({
  id: inboundMessageId,
  source: SMS,
  'detail-type': 'message.replied',
  ...(sentAt === undefined ? {} : { time: new Date(sentAt).toISOString() }),
  detail: { customerId: customer, channel: 'sms', decision, text: messageBody },
});
