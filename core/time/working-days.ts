import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { Day } from '../../language/catalogue/policy.ts';
import { weekdayOf } from './hours.ts';
import { instantsOf, offsetAt } from './zone.ts';

/** The days on which a company works, and those of them on which it does not, such as `2026-12-25`. */
export interface Calendar {
  workingDays?: readonly Day[] | undefined;
  holidays?: readonly string[] | undefined;
}

const WEEK: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** No calendar has so many days off in a row: more is a mistake, and nothing waits for ever. */
const MOST_DAYS = 3653;

const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Whether a company works on a day, given as days since 1970. */
export const isWorkingDay = (day: number, { workingDays = WEEK, holidays = [] }: Calendar): boolean =>
  workingDays.includes(weekdayOf(day * DAY)) && !holidays.includes(dateOf(day));

/**
 * The instant at which so much time has passed on working days alone, in milliseconds: a working day has 24 hours by the
 * clock of the zone, and what begins on a day off begins with the next working day.
 */
export const afterWorkingTime = (at: number, time: number, zone: string, calendar: Calendar): number => {
  let local = at + offsetAt(zone, at);
  let left = time;
  for (let days = 0; days < MOST_DAYS; days++) {
    const day = Math.floor(local / DAY);
    const midnight = (day + 1) * DAY;
    if (isWorkingDay(day, calendar)) {
      if (left <= midnight - local) return instantsOf(zone, local + left)[0] ?? at + time;
      left -= midnight - local;
    }
    local = midnight;
  }
  return instantsOf(zone, local)[0] ?? at + time;
};

/** When the day of an instant began in a zone, in milliseconds. */
export const startOfDay = (at: number, zone: string): number => {
  const midnight = Math.floor((at + offsetAt(zone, at)) / DAY) * DAY;
  return instantsOf(zone, midnight)[0] ?? midnight;
};
