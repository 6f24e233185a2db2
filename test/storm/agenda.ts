import TinyQueue from 'tinyqueue';

/** What is to happen, by virtual time; of two things at one time the one that was planned first. */
export interface Agenda {
  readonly now: number;
  /** Plans `run` for an instant in milliseconds, never before now. The answer takes it off again. */
  at(time: number, run: () => void): () => void;
  after(delay: number, run: () => void): () => void;
  /** Runs all that is planned, and what follows from it, up to `end`. */
  runAll(end: number): Promise<void>;
}

interface Item {
  at: number;
  seq: number;
  run: (() => void) | undefined;
}

const byTime = (one: Item, two: Item): number => one.at - two.at || one.seq - two.seq;

/** Lets every promise that can settle do so, before the next thing happens. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One virtual clock and one thing at a time: all interleaving there is lies in the order of this queue. */
export const createAgenda = (start: number): Agenda => {
  const planned = new TinyQueue<Item>([], byTime);
  let now = start;
  let count = 0;

  const at: Agenda['at'] = (time, run) => {
    const item: Item = { at: Math.max(now, Math.round(time)), seq: count++, run };
    planned.push(item);
    return () => {
      item.run = undefined;
    };
  };

  return {
    get now() {
      return now;
    },
    at,
    after: (delay, run) => at(now + delay, run),
    runAll: async (end) => {
      for (let item = planned.pop(); item && item.at <= end; item = planned.pop()) {
        if (!item.run) continue;
        now = item.at;
        item.run();
        await settle();
      }
    },
  };
};
