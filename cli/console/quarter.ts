import { setImmediate } from 'node:timers/promises';
import { digest } from '../../core/hash.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { MAX_AHEAD, timeOf } from '../../simulator/play.ts';
import type { World } from '../../simulator/world/world.ts';

/** Events that a local world plays before it is live: one envelope a line. */
export interface Quarter {
  id: string;
  lines: string[];
  startsAt: number;
}

export const readQuarter = (text: string): Quarter => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines.map(timeOf).find((time) => time !== undefined);
  return { id: digest(lines), lines, startsAt: first === undefined ? 0 : Date.parse(first) };
};

/** A date, or a time of it, as a whole value. */
const WRITTEN = /"(\d{4}-\d{2}-\d{2})(T[\d:.]+Z)?"/g;

/** Every date in a line so many days later. What is no date, such as one that never was, stays. */
const later = (line: string, days: number): string =>
  line.replaceAll(WRITTEN, (whole, day: string, time = '') => {
    const at = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(day)) return whole;
    return `"${new Date(at + days * DAY).toISOString().slice(0, 10)}${time}"`;
  });

/** When each line happened, in milliseconds; not a number where it does not say. */
const timesOf = (lines: readonly string[]): number[] => lines.map((line) => Date.parse(timeOf(line) ?? ''));

/** The last day of a quarter: what is dated far ahead is a mistake in it. */
const lastDayOf = ({ lines }: Quarter): number => Math.floor((timesOf(lines).findLast(Number.isFinite) ?? 0) / DAY);

/** The quarter moved by whole days, so that its last day is today, up to now: what comes later today has not happened. */
export const endingToday = (quarter: Quarter, now: number): Quarter => {
  if (quarter.lines.length === 0) return { ...quarter, startsAt: now };
  const days = Math.floor(now / DAY) - lastDayOf(quarter);
  const lines = quarter.lines.map((line) => later(line, days));
  const end = timesOf(lines).findIndex((at) => at > now && at < now + 2 * DAY);
  return {
    ...quarter,
    lines: end < 0 ? lines : lines.slice(0, end),
    startsAt: Math.min(quarter.startsAt + days * DAY, now),
  };
};

/** Its lines from an instant on, as far as it was played. */
export const quarterSince = ({ lines }: Quarter, since: number, until: number): string[] =>
  lines.filter((line) => {
    const at = Date.parse(timeOf(line) ?? '');
    return at >= since && at <= until;
  });

/** Signals are heard between two batches only, as nothing in a batch waits for anything outside. */
const BATCH = 20;

export interface PlayQuarter {
  world: World;
  quarter: Quarter;
  /** Lines that were played before. */
  from: number;
  /** Called before a line arrives, with the number of lines played once it has. */
  onLine: (played: number) => void;
  stop: AbortSignal;
}

/** Plays the rest of a quarter in virtual time. Whether it came to its end, or was asked to stop. */
export const playQuarter = async ({ world, quarter, from, onLine, stop }: PlayQuarter): Promise<boolean> => {
  for (let index = from; index < quarter.lines.length; index++) {
    if (index % BATCH === 0) await setImmediate();
    if (stop.aborted) return false;
    const line = quarter.lines[index] as string;
    const time = timeOf(line);
    const at = time === undefined ? world.now : Date.parse(time);
    await world.passUntil(at > world.now + MAX_AHEAD ? world.now : Math.max(world.now, at));
    onLine(index + 1);
    await world.arrive(line);
  }
  return true;
};
