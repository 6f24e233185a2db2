import type { JournalEntry } from '../core/customer/model/journal.ts';
import { readTime } from '../core/time/instant.ts';
import { openWorld } from './open-world.ts';
import type { Project } from './project.ts';
import type { World, WorldOptions } from './world/world.ts';

const DAY = 86_400_000;
/** An event further ahead of the clock than this is taken as now: one wrong date must not age everybody. */
export const MAX_AHEAD = 366 * DAY;

export interface PlayOptions extends Partial<Pick<WorldOptions, 'storage' | 'onEntry' | 'report'>> {
  /** Milliseconds from the first event; by default until nothing is left to happen. */
  until?: number;
  /** Called after each line, with how many were read. */
  onLine?: (lines: number) => void;
  /** A line whose time is too far ahead to be believed. */
  onFarAhead?: (line: number, time: string) => void;
}

export interface Played {
  world: World;
  lines: number;
  rejected: Record<string, number>;
}

/** When an envelope says it happened, if it does. */
export const timeOf = (line: string): string | undefined => {
  try {
    const { time } = JSON.parse(line) as { time?: unknown };
    return typeof time === 'string' && readTime(time) !== undefined ? time : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Plays EventBridge envelopes, one JSON object a line, in virtual time. An event arrives, in the order of lines, at the
 * later of the clock and its own time.
 */
export const play = async (
  project: Project,
  lines: AsyncIterable<string> | Iterable<string>,
  options: PlayOptions,
): Promise<Played> => {
  const { until, onLine = () => {}, onFarAhead = () => {}, onEntry = () => {}, ...rest } = options;
  const rejected: Record<string, number> = {};
  const listen = (entry: JournalEntry) => {
    if (entry.kind === 'rejected' && entry.reason !== 'stale')
      rejected[entry.reason] = (rejected[entry.reason] ?? 0) + 1;
    onEntry(entry);
  };
  let world: World | undefined;
  let end = Number.POSITIVE_INFINITY;
  let count = 0;
  /** Lines before the first that says when it happened. */
  const timeless: string[] = [];
  const open = (now: number) => openWorld(project, { now, onEntry: listen, ...rest });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    count++;
    const time = timeOf(line);
    if (!world && time === undefined) {
      timeless.push(line);
      continue;
    }
    const at = time === undefined ? 0 : Date.parse(time);
    if (!world) {
      world = open(at);
      end = world.now + (until ?? end);
      for (const early of timeless) await world.arrive(early);
    }
    const isFar = at > world.now + MAX_AHEAD;
    if (isFar) onFarAhead(count, time ?? '');
    const arrives = isFar ? world.now : Math.max(world.now, at);
    if (arrives > end) break;
    await world.passUntil(arrives);
    await world.arrive(line);
    onLine(count);
  }
  if (!world) {
    world = open(0);
    for (const line of timeless) await world.arrive(line);
  }
  for (let next = world.next(); next !== undefined && next <= end; next = world.next()) await world.passUntil(next);
  if (Number.isFinite(end)) await world.passUntil(end);
  return { world, lines: count, rejected };
};
