import { setImmediate } from 'node:timers/promises';
import { digest } from '../../core/hash.ts';
import { MAX_AHEAD, timeOf } from '../../simulator/play.ts';
import type { World } from '../../simulator/world/world.ts';

/** Events that the studio plays before it is live: one envelope a line. */
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
