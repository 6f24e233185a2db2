import { expect, it } from 'vitest';
import { readOpen } from '../../../functions/capacity/read-lists.ts';
import type { Queue, Queued } from '../../../functions/shared/stores/queue.ts';

const work = (task: string, rank: number): Queued => ({
  customer: `of-${task}`,
  task,
  moment: 'call',
  journey: 'j',
  at: 0,
  due: rank,
  rank,
  state: 'open',
});

it('has what is needed most of all lists, and never more of them together than of one', async () => {
  const lists: Record<string, Queued[]> = {
    own: [work('a', 1), work('d', 4), work('g', 7)],
    outage: [work('b', 2), work('e', 5)],
    leak: [work('c', 3), work('f', 6)],
  };
  const queue: Queue = { page: async ({ of }, { count }) => ({ items: lists[of?.crowd ?? 'own']!.slice(0, count) }) };
  const crowds = {
    counts: async () => ['outage', 'leak'].map((crowd) => ({ crowd, moment: 'call', state: 'open', count: 2 })),
  };
  expect((await readOpen(queue, crowds, 4)).map(({ task }) => task)).toEqual(['a', 'b', 'c', 'd']);
});
