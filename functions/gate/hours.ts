import { Temporal } from 'temporal-polyfill';
import type { Day, Window } from '../../language/catalogue/policy.ts';

const DAYS: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const local = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether `minute` of the day lies in [from, to), also across midnight; equal ends mean the whole day. */
const within = (minute: number, from: number, to: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

/** The next instant at which the clock of the zone shows `time`, strictly after `at`; a skipped time moves on with the clock. */
const nextTime = (at: number, zone: string, time: string): number => {
  const today = local(at, zone).toPlainDate();
  const onDay = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  const first = onDay(today);
  return first > at ? first : onDay(today.add({ days: 1 }));
};

/** When quiet hours that cover `at` end, in milliseconds; undefined outside them. */
export const quietUntil = (at: number, zone: string, hours: { from: string; to: string }): number | undefined => {
  const now = local(at, zone);
  if (!within(now.hour * 60 + now.minute, minuteOf(hours.from), minuteOf(hours.to))) return undefined;
  return nextTime(at, zone, hours.to);
};

/** When a send window opens next, in milliseconds; undefined while it is open. */
export const windowOpens = (at: number, zone: string, window: Window): number | undefined => {
  const isOpen = (instant: number): boolean => {
    const now = local(instant, zone);
    const inHours = within(now.hour * 60 + now.minute, minuteOf(window.from), minuteOf(window.to));
    return inHours && (window.days === undefined || window.days.includes(DAYS[now.dayOfWeek - 1] as Day));
  };
  if (isOpen(at)) return undefined;
  let next = at;
  for (let day = 0; day < 8; day++) {
    next = nextTime(next, zone, window.from);
    if (isOpen(next)) return next;
  }
  return next;
};
