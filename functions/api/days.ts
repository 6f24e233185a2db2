import { instantsOf, offsetAt } from '../../core/time/zone.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';

const localDay = (at: number, zone: string): number => Math.floor((at + offsetAt(zone, at)) / DAY);

const written = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day of an instant in a zone, such as 2026-03-01. */
export const dayOf = (at: number, zone: string): string => written(localDay(at, zone));

/** So many days that end with the day of an instant: the first and the last. */
export const lastDays = (at: number, zone: string, days: number): { from: string; to: string } => {
  const last = localDay(at, zone);
  return { from: written(last - days + 1), to: written(last) };
};

/** When the day begins that comes so many days after that of an instant, in milliseconds. */
export const dayBegins = (at: number, zone: string, days: number): number => {
  const local = (localDay(at, zone) + days) * DAY;
  return instantsOf(zone, local)[0] ?? local;
};
