import type { EventType } from '../../../language/catalogue/event.ts';
import { isList } from '../../../language/catalogue/list-type.ts';
import { digest } from '../../hash.ts';
import { iso } from '../../time/instant.ts';
import { boundList, isElements } from './bound-list.ts';
import { bytesOf, clip, clipOrDrop } from './clip.ts';
import type { IncomingEvent } from './incoming.ts';
import { LIMITS } from './limits.ts';
import type { Millis } from './millis.ts';

/** An id as the item keeps it: itself if it is short, else its hash. */
export const shortId = (id: string): string =>
  id.length <= LIMITS.id && bytesOf(id) <= LIMITS.id ? id : digest([id], LIMITS.id);

/** Cut, these say something else than their customer did: an address nobody has, a date that is none. */
const isWholeOrNothing = ({ fields }: EventType, name: string): boolean =>
  Object.hasOwn(fields, name) && fields[name]?.type !== 'text';

const boundField = (type: EventType, name: string, value: unknown): [string, unknown][] => {
  if (isElements(value)) {
    const of = type.fields[name]?.type;
    const isWhole = (field: string) => of !== undefined && isList(of) && of.list[field]?.type !== 'text';
    return [[name, boundList(value, LIMITS.list, isWhole)]];
  }
  if (typeof value !== 'string') return bytesOf(String(JSON.stringify(value))) <= LIMITS.text ? [[name, value]] : [];
  const clipped = clipOrDrop(value, LIMITS.text, LIMITS.url);
  return clipped === undefined || (clipped !== value && isWholeOrNothing(type, name)) ? [] : [[name, clipped]];
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
  ...(event.words === undefined ? {} : { words: clip(event.words, LIMITS.words) }),
  signals: event.signals.map((signal) => ({ ...signal, because: clip(signal.because, LIMITS.because) })),
});
