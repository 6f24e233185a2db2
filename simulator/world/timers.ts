interface Timer {
  name: string;
  at: number;
  /** The order of setting: of two at one time the one that was set first comes first. */
  order: number;
}

/** When each of many comes next. */
export interface Timers {
  /** In place of the one it had; undefined takes it away. */
  set(name: string, at: number | undefined): void;
  next(): { name: string; at: number } | undefined;
}

const isBefore = (one: Timer, other: Timer): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** Timers in a heap: one that was replaced stays in it until it comes up, or until most of them are such. */
export const createTimers = (): Timers => {
  let heap: Timer[] = [];
  const current = new Map<string, Timer>();
  let order = 0;

  const push = (timer: Timer): void => {
    let place = heap.push(timer) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above] as Timer;
      if (isBefore(parent, timer)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = timer;
  };

  const pop = (): void => {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Timer, heap[below] as Timer)) below++;
      const child = heap[below] as Timer;
      if (isBefore(last, child)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
  };

  const tidy = (): void => {
    if (heap.length < 64 + 2 * current.size) return;
    heap = [];
    for (const timer of current.values()) push(timer);
  };

  return {
    set: (name, at) => {
      order++;
      if (at === undefined) {
        current.delete(name);
        return;
      }
      const timer = { name, at, order };
      current.set(name, timer);
      push(timer);
      tidy();
    },
    next: () => {
      for (let first = heap[0]; first; first = heap[0]) {
        if (current.get(first.name) === first) return { name: first.name, at: first.at };
        pop();
      }
      return undefined;
    },
  };
};
