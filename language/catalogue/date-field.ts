import { DAY } from './milliseconds.ts';

const BARE = /^\d{4}-\d{2}-\d{2}$/;

const instant = (at: number): string => new Date(at).toISOString();

/** A date or a time as UTC; a bare date is midnight in `zone`; a time without an offset is in that zone too. */
export const readDate = async (text: string, zone: string): Promise<string | undefined> => {
  // Few events have a date.
  const { Temporal } = await import('temporal-polyfill');
  try {
    if (BARE.test(text)) {
      return instant(Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
    }
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return instant(Temporal.Instant.from(text).epochMilliseconds);
    return instant(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
};
/** The midnight before, UTC. */
export const midnight = (at: number): string => `${new Date(at).toISOString().slice(0, 10)}T00:00:00.000Z`;

/** Two weeks ahead; what somebody has been `since` lies more than a year back. */
export const exampleDate = (name: string, now: number): string =>
  midnight(name === 'since' ? now - 400 * DAY : now + 14 * DAY);
