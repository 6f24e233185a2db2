import type { QueuedAt, QueueIndex } from '../../functions/census/ports.ts';
import { isAskedFor, type Queue, type QueuePlace, type WhichWork } from '../../functions/shared/stores/queue.ts';

const keyOf = ({ list, order, customer, task, of }: QueuePlace): string =>
  JSON.stringify([list, order, customer, task, of?.crowd, of?.moment]);

const inOrder = ({ place: one }: QueuedAt, { place: other }: QueuedAt): number =>
  one.order - other.order || (keyOf(one) < keyOf(other) ? -1 : 1);

const isIn = ({ list, of }: QueuePlace, which: WhichWork): boolean =>
  list === which.list && of?.crowd === which.of?.crowd && of?.moment === which.of?.moment;

/** Lists of work for people, in memory: made for few. */
export const createMemoryQueue = (): { index: QueueIndex; read: Queue } => {
  const rows = new Map<string, QueuedAt>();
  return {
    index: {
      write: async ({ gone, come }) => {
        for (const place of gone) rows.delete(keyOf(place));
        for (const queued of come) rows.set(keyOf(queued.place), queued);
      },
    },
    read: {
      page: async (which, { count, after = '0' }) => {
        const all = [...rows.values()]
          .filter(({ place, work }) => isIn(place, which) && isAskedFor(work, which))
          .sort(inOrder);
        const sorted = which.list === 'over' ? all.toReversed() : all;
        const end = Number(after) + count;
        const items = sorted.slice(Number(after), end).map(({ work }) => work);
        return { items, ...(end < sorted.length && { next: String(end) }) };
      },
    },
  };
};
