import TinyQueue from 'tinyqueue';
import type { SetTimer, Timers } from './timers.ts';

interface Queued extends SetTimer {
  /** The order of setting. */
  order: number;
}

const byTime = (one: Queued, other: Queued): number => one.at - other.at || one.order - other.order;

/** Timers in a queue: one that was replaced stays in it until it comes up, or until most of them are such. */
export const createMemoryTimers = (): Timers => {
  let queue = new TinyQueue<Queued>([], byTime);
  const current = new Map<string, Queued>();
  let order = 0;

  const tidy = (): void => {
    if (queue.length < 64 + 2 * current.size) return;
    queue = new TinyQueue([...current.values()], byTime);
  };

  return {
    set: (set) => {
      const queued = { ...set, order: ++order };
      current.set(set.timer.enrolment, queued);
      queue.push(queued);
      tidy();
    },
    delete: (enrolment) => {
      current.delete(enrolment);
    },
    wipe: (customer) => {
      for (const [enrolment, { timer }] of current) if (timer.customer === customer) current.delete(enrolment);
    },
    next: () => {
      for (let first = queue.peek(); first; first = queue.peek()) {
        if (current.get(first.timer.enrolment) === first) return first;
        queue.pop();
      }
      return undefined;
    },
    count: () => current.size,
  };
};
