import { digest } from '../../hash.ts';
import { iso } from '../draft.ts';
import type { IncomingEvent } from './incoming.ts';
import { LIMITS, type Millis } from './state.ts';

const ELLIPSIS = '…';

/** A text no longer than the item may keep. */
export const clip = (text: string, most: number = LIMITS.text): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}${ELLIPSIS}`;

/** An id as the item keeps it: itself if it is short, else its hash. */
export const shortId = (id: string): string => (id.length <= LIMITS.id ? id : digest([id], LIMITS.id));

/**
 * An event as the item may keep it: known by a short id, with no text longer than the item has room for, and happened by
 * `now` at the latest. Evidence of mood has been read from the whole text before.
 */
export const bounded = (event: IncomingEvent, now: Millis): IncomingEvent => ({
  ...event,
  id: shortId(event.id),
  at: iso(Math.min(Date.parse(event.at), now)),
  fields: Object.fromEntries(
    Object.entries(event.fields).map(([name, value]) => [name, typeof value === 'string' ? clip(value) : value]),
  ),
  signals: event.signals.map((signal) => ({ ...signal, because: clip(signal.because) })),
});
