import * as z from 'zod';
import { hmac, isNow, isSame, timeIn } from '../hmac.ts';
import type { WebhookKind } from '../kind.ts';

const Answer = z.object({
  type: z.enum([
    'agent.task_taken',
    'agent.task_returned',
    'agent.task_done',
    'agent.task_declined',
    'agent.note_added',
  ]),
  detail: z.looseObject({ customerId: z.string().min(1), key: z.string().min(1).optional() }),
});

/** Headers of a request of ours, by which a desk knows it; and of a desk's own, by which we know that. */
export const SIGNED = {
  at: 'x-tactful-timestamp',
  signature: 'x-tactful-signature',
  id: 'x-tactful-id',
} as const;

/** Signs a time, in seconds, and the body with it, so that nobody sends it again later. */
export const signatureOf = (key: string, at: string, body: string): string =>
  `v1=${hmac('sha256', key, `${at}.${body}`, 'hex')}`;

/** A desk of the company's own, which takes our events as they are, and sends its own so. */
export const generic: WebhookKind = {
  requestOf: ({ id, 'detail-type': type, time, detail: { signature: _, ...detail } }) => ({
    method: 'POST',
    body: { id, type, time, detail },
  }),
  ticketIn: () => undefined,
  isSigned: (headers, body, key, now) => {
    const at = headers[SIGNED.at] ?? '';
    return isNow(at, now) && isSame(headers[SIGNED.signature], signatureOf(key, at, body));
  },
  answerIn: (body, headers) => {
    const { data } = Answer.safeParse(body);
    // Without a key of the desk's own its signature tells a repeat from a new answer.
    const { key = headers[SIGNED.signature] ?? '' } = data?.detail ?? {};
    return data && { type: data.type, detail: { ...data.detail, key }, at: timeIn(headers[SIGNED.at]) };
  },
};
