import { isSet } from '../../language/catalogue/plausible-date.ts';
import { readWrittenTime } from '../../language/catalogue/written-time.ts';
import { instantsOf } from './zone.ts';

/** A time as envelopes have it, in milliseconds; undefined for what is none, or does not say whose clock it is. */
export const readTime = (text: string): number | undefined => {
  const written = readWrittenTime(text);
  if (!written) return undefined;
  const { local, offset, zone } = written;
  const at = offset !== undefined ? local - offset : zone && instantsOf(zone, local)[0];
  return typeof at === 'number' && isSet(at) ? at : undefined;
};

/** An instant, in milliseconds, as ISO 8601 in UTC. */
export const iso = (at: number): string => new Date(at).toISOString();
