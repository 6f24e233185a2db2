import { DAY } from '../../language/catalogue/milliseconds.ts';
import { readTime } from '../time/instant.ts';
import { instantsOf } from '../time/zone.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/;
/**
 * A time as people give it, in milliseconds: with its offset, or by the clocks of `zone`. A date alone is the end of that
 * day. Undefined for what is none.
 */
export const readAt = (text: string, zone: string): number | undefined => {
  const [, date, time] = LOCAL.exec(text) ?? [];
  if (date === undefined) return readTime(text);
  const local = readTime(`${date}T${time ?? '00:00'}Z`);
  if (local === undefined) return undefined;
  return time === undefined ? (instantsOf(zone, local + DAY)[0] ?? 0) - 1 : instantsOf(zone, local)[0];
};
