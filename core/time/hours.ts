import { DAY, MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { Day, Window } from '../../language/catalogue/policy.ts';
import { minuteAt, minutesTo } from '../../language/catalogue/time-of-day.ts';
import { instantsOf, offsetAt } from './zone.ts';

/** The first of 1970 was a Thursday. */
const DAYS: Day[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

const dayNumberOf = (local: number): number => Math.floor(local / DAY);

/** The day of the week of a local time, given as if it were UTC. */
export const weekdayOf = (local: number): Day => DAYS[((dayNumberOf(local) % 7) + 7) % 7] as Day;

const minuteOf = (local: number): number => Math.floor((local - dayNumberOf(local) * DAY) / MINUTE);

/** How far into a day a time of it is, such as `09:30`, in milliseconds. */
export const timeOfDay = (time: string): number => minuteAt(time) * MINUTE;

/** Whether `minute` of the day lies in [from, to), also across midnight; equal ends mean the whole day. */
const within = (minute: number, from: number, to: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

/** The next instant at which the clocks of the zone show `time`, strictly after `at`. */
const nextTime = (at: number, zone: string, time: string): number => {
  const today = dayNumberOf(at + offsetAt(zone, at));
  for (let day = today; ; day++) {
    const next = instantsOf(zone, day * DAY + minuteAt(time) * MINUTE).find((instant) => instant > at);
    if (next !== undefined) return next;
  }
};

/** When quiet hours that cover `at` end, in milliseconds; undefined outside them. */
export const quietUntil = (at: number, zone: string, { from, to }: { from: string; to: string }): number | undefined =>
  within(minuteOf(at + offsetAt(zone, at)), minuteAt(from), minuteAt(to)) ? nextTime(at, zone, to) : undefined;

/** Whether a send window is open; past midnight it is still that of the day on which it opened. */
const isOpen = (at: number, zone: string, { from, to, days }: Window): boolean => {
  const local = at + offsetAt(zone, at);
  const minute = minuteOf(local);
  const opens = minuteAt(from);
  if (!within(minute, opens, minuteAt(to))) return false;
  return days === undefined || days.includes(weekdayOf(local - (minute < opens ? DAY : 0)));
};

/** When a send window opens next, in milliseconds; undefined while it is open. */
export const windowOpens = (at: number, zone: string, window: Window): number | undefined => {
  if (isOpen(at, zone, window)) return undefined;
  let next = at;
  for (let day = 0; day < 9; day++) {
    next = nextTime(next, zone, window.from);
    if (isOpen(next, zone, window)) return next;
  }
  return next;
};

/** How long a daily span lasts, in milliseconds by the clock. */
export const lengthOf = ({ from, to }: { from: string; to: string }): number => (minutesTo(from, to) || 1440) * MINUTE;
