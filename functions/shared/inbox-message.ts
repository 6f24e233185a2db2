import * as z from 'zod';
import { tolerant } from '../../core/customer/model/tolerant.ts';
import { iso } from '../../core/time/instant.ts';
import { Purpose } from '../../language/catalogue/kind.ts';
import type { Message } from '../deliver/channel.ts';

const Instant = z.iso.datetime();

/** A message as it lies in an inbox. Rows of before lack what is optional here. */
export const InboxMessage = tolerant({
  /** Of its decision: the same again when it is sent again. */
  id: z.string(),
  at: Instant,
  /** When it is gone, read or not. */
  until: Instant.optional(),
  journey: z.string(),
  step: z.string().optional(),
  moment: z.string(),
  purpose: Purpose,
  topic: z.string().optional(),
  channel: z.string().optional(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  asks: tolerant({
    question: z.string(),
    choices: z.array(tolerant({ label: z.string(), means: z.string().optional(), url: z.string() })),
  }).optional(),
});
export type InboxMessage = z.infer<typeof InboxMessage>;

/** The message with what its customer did with it. */
export interface InboxEntry extends InboxMessage {
  readAt?: string;
  dismissedAt?: string;
}

/** What a customer may do with a message in their inbox. */
export const MARKS = ['read', 'dismissed'] as const;
export type Mark = (typeof MARKS)[number];

/** A message as it is put into an inbox at `now`, in milliseconds. */
export const inboxMessageOf = (message: Message, now: number): InboxMessage => {
  const { id, journey, step, moment, purpose, topic, channel, subject, text, html, headers, asks, keeps } = message;
  return {
    id,
    at: iso(now),
    ...(keeps !== undefined && { until: iso(now + keeps * 1000) }),
    journey,
    step,
    moment,
    purpose,
    ...(topic !== undefined && { topic }),
    channel,
    subject,
    text,
    ...(html !== undefined && { html }),
    headers,
    ...(asks && { asks }),
  };
};
