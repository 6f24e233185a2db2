import type { CustomerLocation } from './customer-location.ts';
import { DAY } from './milliseconds.ts';
import { isPlausible } from './plausible-date.ts';
import { readWrittenTime } from './written-time.ts';

const instantIn = async (local: number, zone: string): Promise<number> => {
  // Few events have a date.
  const { Temporal } = await import('temporal-polyfill');
  return Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone)
    .epochMilliseconds;
};

/** A date or a time as UTC; a bare date is midnight in the customer's zone; a time without an offset is in that zone too. */
export const readDate = async (value: unknown, { zone }: CustomerLocation): Promise<string | undefined> => {
  const time = typeof value === 'string' ? readWrittenTime(value) : undefined;
  if (!time || !isPlausible(time.local)) return undefined;
  const { local, offset } = time;
  const at = offset === undefined ? await instantIn(local, time.zone ?? zone) : local - offset;
  return isPlausible(at) ? new Date(at).toISOString() : undefined;
};

/** Whether a date says nothing of whose clock it is. */
export const needsZone = (value: unknown): boolean => {
  const time = typeof value === 'string' ? readWrittenTime(value) : undefined;
  return time !== undefined && time.offset === undefined && time.zone === undefined;
};

/** Noon of the day, UTC: the same day almost everywhere, and a time that reads as one where copy prints it. */
export const noon = (at: number): string => `${new Date(at).toISOString().slice(0, 10)}T12:00:00.000Z`;

/** Two weeks ahead; what somebody has been `since` lies more than a year back. */
export const exampleDate = (name: string, now: number): string =>
  noon(name === 'since' ? now - 400 * DAY : now + 14 * DAY);
