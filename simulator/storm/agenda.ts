/** What is to happen, by virtual time; of two things at one time the one that was planned first. */
export interface Agenda {
  readonly now: number;
  /** Plans `run` for an instant in milliseconds, never before now. The answer takes it off again. */
  at(time: number, run: () => void): () => void;
  after(delay: number, run: () => void): () => void;
  /** Runs all that is planned, and what follows from it. */
  runAll(): Promise<void>;
}

interface Item {
  at: number;
  seq: number;
  run: (() => void) | undefined;
}

const isBefore = (one: Item, two: Item): boolean => one.at < two.at || (one.at === two.at && one.seq < two.seq);

/** Lets every promise that can settle do so, before the next thing happens. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One virtual clock and one thing at a time: all interleaving there is lies in the order of this heap. */
export const createAgenda = (start: number): Agenda => {
  const heap: Item[] = [];
  let now = start;
  let planned = 0;

  const push = (item: Item): void => {
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(item, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = item;
  };

  const pop = (): Item | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || !last) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++;
      if (!isBefore(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return first;
  };

  const at: Agenda['at'] = (time, run) => {
    const item: Item = { at: Math.max(now, Math.round(time)), seq: planned++, run };
    push(item);
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
    runAll: async () => {
      for (let item = pop(); item; item = pop()) {
        if (!item.run) continue;
        now = item.at;
        item.run();
        await settle();
      }
    },
  };
};
