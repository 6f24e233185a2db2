import { asKnown } from '../../../core/customer/as-known.ts';
import { knownSinceOf } from '../../../core/customer/model/facts.ts';
import { follow } from '../../shared/stores/follow.ts';
import { FOR_ALL, type PastEvents } from '../../shared/stores/past-events.ts';
import type { CustomerStore } from '../../shared/stores/store.ts';
import type { Past } from '../ports.ts';

export interface PastDeps {
  events: PastEvents;
  load: CustomerStore['load'];
}

/** As many as are played twice well within the time and the memory that a job has. */
const MOST = { events: 20_000, size: 40_000_000 };
/** Items that are read side by side. */
const AT_ONCE = 50;

/** What was kept of a share of customers since an instant, in milliseconds, and those of them who were known before it. */
export const readPast = async ({ events, load }: PastDeps, since: number): Promise<Past> => {
  const sample = await events.sample(since, MOST);
  const inOrder = sample.events.toSorted((one, other) => one.at - other.at);
  const ids = [...new Set(inOrder.map(({ customer }) => customer))].filter((id) => id !== FOR_ALL);
  const people: Past['people'] = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const states = await Promise.all(
      ids.slice(first, first + AT_ONCE).map(async (id) => ({ id, state: (await follow(load, id)).state })),
    );
    // Each id goes on by itself: that two of them are one person is played again with the event that said so.
    for (const { id, state } of states)
      if (state && knownSinceOf(state) < since) people.push({ ...asKnown(state, since), id });
  }
  return { lines: inOrder.map(({ event }) => JSON.stringify(event)), people, share: sample.share };
};
