import { SCHEDULED_BY, WRITTEN_BY } from '../../core/customer/model/erasure.ts';
import type { RecordEraser } from '../shared/stores/customer-records.ts';
import type { RemovingStore } from '../shared/stores/store.ts';
import type { Schedules } from './schedules.ts';
import type { Erase } from './schema.ts';

export interface EraseDeps {
  store: Pick<RemovingStore, 'load' | 'remove'>;
  schedules: Pick<Schedules, 'wipe'>;
  records: RecordEraser;
}

/** Removes what is left of an emptied customer, the item last: a crash on the way leaves the mark, by which it is done again. */
export const createErase =
  ({ store, schedules, records }: EraseDeps) =>
  async ({ customer, at }: Erase): Promise<void> => {
    const state = await store.load(customer);
    if (state?.erased !== at) return;
    await schedules.wipe(customer, at + SCHEDULED_BY);
    await records.wipe(customer, at + WRITTEN_BY);
    await store.remove(customer, state.version);
  };
