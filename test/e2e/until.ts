import { setTimeout as pause } from 'node:timers/promises';

export class NeverHappened extends Error {
  override name = 'NeverHappened';
}

/** Only what never happens takes so long: far more than anything takes on a machine that is slow or busy. */
const AT_MOST = 300;

/** Looks again and again until there is something to see; throws NeverHappened, saying what, when it takes too long. */
export const until = async <Seen>(
  what: string,
  look: () => Promise<Seen | undefined | false>,
  { seconds = AT_MOST, every = 150 }: { seconds?: number; every?: number } = {},
): Promise<Seen> => {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > end) throw new NeverHappened(`${what}: not within ${seconds} seconds`);
    await pause(every);
  }
};
