import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Team } from '../../../language/catalogue/policy.ts';
import { timeOfDay } from '../../time/hours.ts';
import { type Calendar, isWorkingDay } from '../../time/working-days.ts';
import { offsetAt } from '../../time/zone.ts';

/** What a team has before it. Times are milliseconds. */
export interface Workload {
  team: Pick<Team, 'calls' | 'hours'>;
  /** So many were done today, and so many a colleague has in hand. */
  done: number;
  taken: number;
  now: number;
  /** Whose days count, and on which of them the company works. */
  zone: string;
  calendar: Calendar;
}

/** Beyond that many days a team is taken to have time for everything. */
const MOST_DAYS = 400;

/** From when to when the team works on a day, by the clock of the zone; undefined on a day off. In milliseconds, days since 1970. */
const openOn = (day: number, { team: { hours }, calendar }: Workload): [from: number, to: number] | undefined => {
  const days = hours?.days ? { workingDays: hours.days } : {};
  if (!isWorkingDay(day, { ...calendar, ...days })) return undefined;
  const begin = day * DAY;
  return hours ? [begin + timeOfDay(hours.from), begin + timeOfDay(hours.to)] : [begin, begin + DAY];
};

/**
 * How much a team can still do until a time: what is left of today, and each later day whole, if they work at all between now and
 * then. What a day holds may be done at any hour of it: who is kept on the list in error gets what stands for it when their
 * time is over, and who is left in error gets no call.
 */
export const roomUntil = (reach: Workload): ((due: number) => number) => {
  const { team, done, taken, now, zone } = reach;
  const { calls } = team;
  if (calls === undefined) return () => Number.POSITIVE_INFINITY;
  const from = now + offsetAt(zone, now);
  const today = Math.floor(from / DAY);
  const onDay = (day: number, until: number): number => {
    const open = openOn(day, reach);
    if (!open || until <= open[0] || from >= open[1]) return 0;
    return day === today ? Math.max(0, calls - done) : calls;
  };
  /** By the number of days from today: what can be done before it. */
  const before = [0];
  return (due) => {
    const until = due + offsetAt(zone, due);
    const days = Math.floor(until / DAY) - today;
    if (days < 0) return -taken;
    if (days > MOST_DAYS) return Number.POSITIVE_INFINITY;
    while (before.length <= days) {
      const day = today + before.length - 1;
      before.push((before.at(-1) ?? 0) + onDay(day, (day + 1) * DAY));
    }
    return (before[days] ?? 0) + onDay(today + days, until) - taken;
  };
};

/**
 * The work that a team will not reach by the time that it is due, where it is done in this order: what is needed most comes first.
 * What is not reached takes nobody's time, so all else moves up. Nor does what is overdue: it was not reached, and who does it all
 * the same has it among what is done.
 */
export const unreached = <Work extends { due: number }>(inOrder: readonly Work[], reach: Workload): Work[] => {
  const room = roomUntil(reach);
  let reached = 0;
  return inOrder.filter(({ due }) => {
    const fits = due > reach.now && reached < room(due);
    if (fits) reached++;
    return !fits;
  });
};
