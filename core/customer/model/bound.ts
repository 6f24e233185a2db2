import type { EventType } from '../../../language/catalogue/event.ts';
import { digest } from '../../hash.ts';
import { iso } from '../../time/instant.ts';
import type { IncomingEvent } from './incoming.ts';
import { LIMITS, type Millis } from './state.ts';

const ELLIPSIS = '…';

/** How many bytes a text takes in the item: half of a pair alone, and what JSON escapes, take six each. */
export const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** A text of no more bytes than the item may keep. */
export const clip = (text: string, most: number = LIMITS.text): string => {
  if (text.length * 6 <= most || bytesOf(text) <= most) return text;
  let [end, bytes] = [0, Buffer.byteLength(ELLIPSIS)];
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    end += character.length;
  }
  return `${text.slice(0, end)}${ELLIPSIS}`;
};

/** An id as the item keeps it: itself if it is short, else its hash. */
export const shortId = (id: string): string =>
  id.length <= LIMITS.id && bytesOf(id) <= LIMITS.id ? id : digest([id], LIMITS.id);

/** Cut, these say something else than their customer did: an address nobody has, a date that is none. */
const isWholeOrNothing = ({ fields }: EventType, name: string): boolean =>
  Object.hasOwn(fields, name) && fields[name]?.type !== 'text';

const boundField = (type: EventType, name: string, value: unknown): [string, unknown][] => {
  if (typeof value !== 'string') return bytesOf(String(JSON.stringify(value))) <= LIMITS.text ? [[name, value]] : [];
  const clipped = clip(value);
  return clipped !== value && isWholeOrNothing(type, name) ? [] : [[name, clipped]];
};

/**
 * An event as the item may keep it: known by a short id, with no text longer than the item has room for, and happened by
 * `now` at the latest. Evidence of mood has been read from the whole text before.
 */
export const bounded = (event: IncomingEvent, type: EventType, now: Millis): IncomingEvent => ({
  ...event,
  id: shortId(event.id),
  at: iso(Math.min(Date.parse(event.at), now)),
  fields: Object.fromEntries(Object.entries(event.fields).flatMap(([name, value]) => boundField(type, name, value))),
  signals: event.signals.map((signal) => ({ ...signal, because: clip(signal.because, LIMITS.because) })),
});
