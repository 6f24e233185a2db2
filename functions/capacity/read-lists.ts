import { startOfDay } from '../../core/time/working-days.ts';
import type { Crowds } from '../shared/stores/crowds.ts';
import type { Queue, Queued, WhichWork } from '../shared/stores/queue.ts';

/** Rows of a list that are read at a time. Where it is known when to stop that is mostly soon: then few are read first. */
const PAGE = 500;
const FIRST_PAGE = 25;

interface Reading {
  /** What to keep; all of it where this is left out. */
  keep?: (work: Queued) => boolean;
  /** The first row at which to stop. */
  until?: (work: Queued) => boolean;
  /** So many rows at the most. */
  most: number;
}

/** A list of work in its order. `isWhole`: nothing was left unread. */
export const readList = async (
  queue: Queue,
  which: WhichWork['list'] | Pick<WhichWork, 'list' | 'of'>,
  { keep = () => true, until, most }: Reading,
): Promise<{ work: Queued[]; isWhole: boolean }> => {
  const whichList = typeof which === 'string' ? { list: which } : which;
  const work: Queued[] = [];
  let [rows, after]: [number, string | undefined] = [0, undefined];
  let size = until ? FIRST_PAGE : PAGE;
  do {
    const page: Awaited<ReturnType<Queue['page']>> = await queue.page(whichList, {
      count: Math.min(size, most - rows),
      after,
    });
    const end = until ? page.items.findIndex(until) : -1;
    work.push(...(end < 0 ? page.items : page.items.slice(0, end)).filter(keep));
    if (end >= 0) return { work, isWhole: true };
    rows += page.items.length;
    after = page.next;
    size = Math.min(2 * size, PAGE);
  } while (after !== undefined && rows < most);
  return { work, isWhole: after === undefined };
};

/** What is to be done, so much of it as is needed most: what is by itself, and what is one of many, which stands in lists of its own. */
export const readOpen = async (queue: Queue, crowds: Pick<Crowds, 'counts'>, most: number): Promise<Queued[]> => {
  let { work: open } = await readList(queue, 'open', { most });
  for (const { crowd, moment, state } of await crowds.counts()) {
    if (state !== 'open') continue;
    const { work } = await readList(queue, { list: 'open', of: { crowd, moment } }, { most });
    // List by list, so that no more is held than of two.
    open = [...open, ...work].toSorted((one, other) => one.rank - other.rank).slice(0, most);
  }
  return open;
};

/** What was done since midnight in the zone, the newest first, of so many rows that are over. */
export const readDone = (queue: Queue, zone: string, now: number, most: number): ReturnType<typeof readList> => {
  const midnight = startOfDay(now, zone);
  return readList(queue, 'over', {
    keep: ({ state }) => state === 'done',
    until: ({ since = 0 }) => since < midnight,
    most,
  });
};
