import type { Life } from './life.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When a task comes again: hours later, or shortly before or after the machine goes on by itself. */
export const muchLater = ({ luck, timers }: Life, now: number): number => {
  const timer = Math.min(...timers.values());
  const isNear = timer - now < 240 * HOUR && luck.draw.happens(0.7);
  if (!isNear) return now + luck.draw.between(0.2, 60) * HOUR;
  return timer + luck.draw.between(-45, 45) * luck.draw.pick([MINUTE, HOUR]);
};
