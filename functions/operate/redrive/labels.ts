import * as z from 'zod';
import { parseJson } from '../../shared/parse-json.ts';
import type { HeldMessage } from './holding-queue.ts';

/** What a message is about, for a person, and what goes back of it; `back` is missing where nothing whole is left. */
export interface Label {
  reason: string;
  example?: string;
  back?: string;
  /** Which event it was, where that is known. */
  about?: { event?: string | undefined; id?: string | undefined; customer?: string | undefined };
}

const Reject = z.looseObject({
  reason: z.string(),
  message: z.string(),
  event: z.string(),
  cutAt: z.number().optional(),
  type: z.string().optional(),
  id: z.string().optional(),
  customer: z.string().optional(),
});
const Event = z.looseObject({ 'detail-type': z.string(), id: z.string().optional() });

/** Says of an event, in its own text, that a person brought it back: intake takes it however late it is. */
const markRedriven = (event: string): string => event.replace(/^\s*\{/, '{"redriven":true,');

/** A refused event: of one that was too large, only the beginning is kept. */
export const labelReject = ({ body }: HeldMessage): Label => {
  const { data } = Reject.safeParse(parseJson(body));
  if (!data) return { reason: 'unreadable' };
  const { reason, message, event, cutAt, type, id, customer } = data;
  const about = { event: type, id, customer };
  return { reason, example: message, about, ...(cutAt === undefined ? { back: markRedriven(event) } : {}) };
};

/** An event that intake failed on, or that the bus could not deliver. */
export const labelEvent = ({ body, error }: HeldMessage): Label => {
  const { data } = Event.safeParse(parseJson(body));
  const reason = error ?? data?.['detail-type'] ?? 'unreadable';
  return { reason, back: body, ...(data && { about: { event: data['detail-type'], id: data.id } }) };
};

/** A mail that inbound failed on, or that SES could not tell us of. Whose it is is not shown. */
export const labelMail = ({ body, error }: HeldMessage): Label => ({ reason: error ?? 'mail', back: body });
