import type { EventAnswer } from '../../../core/customer/commands/on-event.ts';
import { mergeCustomers } from '../../../core/customer/merge/merge-customers.ts';
import type { IncomingEvent } from '../../../core/customer/model/incoming.ts';
import { type ChangeDeps, CustomerBusy } from './change.ts';
import { personOf } from './follow.ts';
import type { PairStore } from './store.ts';

interface MergeDeps extends ChangeDeps {
  store: PairStore;
}

const ATTEMPTS = 24;

export type MergeCustomers = (
  from: string,
  into: string,
  event: IncomingEvent,
) => Promise<EventAnswer | { refused: 'too-many-ids' }>;

/**
 * Makes one person of two: both items are written together or neither is, and on conflict both are read again. Who each id is by
 * now is meant; of one person already it is a duplicate. Throws CustomerBusy.
 */
export const createMerge =
  ({ store, now, reduceDeps }: MergeDeps): MergeCustomers =>
  async (fromId, intoId, event) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const [from, into] = await Promise.all([
        personOf(store.load, fromId, now()),
        personOf(store.load, intoId, now()),
      ]);
      if (from.id === into.id) return 'duplicate';
      const merged = await mergeCustomers(from, into, event, now(), await reduceDeps());
      if ('refused' in merged) return merged;
      if (await store.commitBoth(merged.from, merged.into)) return merged.answer;
    }
    throw new CustomerBusy(`The items changed ${ATTEMPTS} times while they were being merged. Try again.`);
  };
