import { setTimeout } from 'node:timers/promises';

/** Waits before another try. */
export type Pause = (attempt: number) => Promise<void>;

const FIRST = 50;
const LONGEST = 2000;

/** Longer each time, in milliseconds, and by chance, so that those who failed together do not come back together. */
export const createPause =
  (random: () => number): Pause =>
  async (attempt) => {
    await setTimeout(random() * Math.min(LONGEST, FIRST * 2 ** attempt));
  };
