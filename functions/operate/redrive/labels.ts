import * as z from 'zod';
import { parseJson } from '../../shared/parse-json.ts';
import type { HeldMessage } from './holding-queue.ts';

/** What a message is about, for a person, and what goes back of it; `back` is missing where nothing whole is left. */
export interface Label {
  reason: string;
  example?: string;
  back?: string;
}

const Reject = z.looseObject({
  reason: z.string(),
  message: z.string(),
  event: z.string(),
  cutAt: z.number().optional(),
});
const Event = z.looseObject({ 'detail-type': z.string() });

/** Says of an event, in its own text, that a person brought it back: intake takes it however late it is. */
const redriven = (event: string): string => event.replace(/^\s*\{/, '{"redriven":true,');

/** A refused event: of one that was too large, only the beginning is kept. */
export const labelReject = ({ body }: HeldMessage): Label => {
  const { data } = Reject.safeParse(parseJson(body));
  if (!data) return { reason: 'unreadable' };
  const { reason, message, event, cutAt } = data;
  return { reason, example: message, ...(cutAt === undefined ? { back: redriven(event) } : {}) };
};

/** An event that intake failed on, or that the bus could not deliver. */
export const labelEvent = ({ body, error }: HeldMessage): Label => ({
  reason: error ?? Event.safeParse(parseJson(body)).data?.['detail-type'] ?? 'unreadable',
  back: body,
});

/** A mail that inbound failed on, or that SES could not tell us of. Whose it is is not shown. */
export const labelMail = ({ body, error }: HeldMessage): Label => ({ reason: error ?? 'mail', back: body });
