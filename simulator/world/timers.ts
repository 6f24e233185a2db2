import TinyQueue from 'tinyqueue';

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

const byTime = (one: Timer, other: Timer): number => one.at - other.at || one.order - other.order;

/** Timers in a queue: one that was replaced stays in it until it comes up, or until most of them are such. */
export const createTimers = (): Timers => {
  let queue = new TinyQueue<Timer>([], byTime);
  const current = new Map<string, Timer>();
  let order = 0;

  const tidy = (): void => {
    if (queue.length < 64 + 2 * current.size) return;
    queue = new TinyQueue([...current.values()], byTime);
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
      queue.push(timer);
      tidy();
    },
    next: () => {
      for (let first = queue.peek(); first; first = queue.peek()) {
        if (current.get(first.name) === first) return { name: first.name, at: first.at };
        queue.pop();
      }
      return undefined;
    },
  };
};
