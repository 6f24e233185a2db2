import * as z from 'zod';
import { parseJson } from '../../shared/parse-json.ts';
import type { Lying } from './shelf.ts';

/** What a message is about, for a person, and what goes back of it; `back` is missing where nothing whole is left. */
export interface Told {
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

/** A refused event: of one that was too large, only the beginning is kept. */
export const tellReject = ({ body }: Lying): Told => {
  const { data } = Reject.safeParse(parseJson(body));
  if (!data) return { reason: 'unreadable' };
  const { reason, message, event, cutAt } = data;
  return { reason, example: message, ...(cutAt === undefined ? { back: event } : {}) };
};

/** An event that intake failed on, or that the bus could not deliver. */
export const tellEvent = ({ body, error }: Lying): Told => ({
  reason: error ?? Event.safeParse(parseJson(body)).data?.['detail-type'] ?? 'unreadable',
  back: body,
});
