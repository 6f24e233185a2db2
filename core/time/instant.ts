import { isSet } from '../../language/catalogue/plausible-date.ts';
import { readWrittenTime } from '../../language/catalogue/written-time.ts';
import { instantsOf } from './zone.ts';

/** A time as envelopes have it, in milliseconds; undefined for what is none, or does not say whose clock it is. */
export const readTime = (text: string): number | undefined => {
  const time = readWrittenTime(text);
  if (!time) return undefined;
  const { local, offset, zone } = time;
  const at = offset !== undefined ? local - offset : zone && instantsOf(zone, local)[0];
  return typeof at === 'number' && isSet(at) ? at : undefined;
};

let last = { at: 0, text: new Date(0).toISOString() };

/** An instant, in milliseconds, as ISO 8601 in UTC. Most of a change asks for the same one. */
export const iso = (at: number): string => {
  if (at !== last.at) last = { at, text: new Date(at).toISOString() };
  return last.text;
};
