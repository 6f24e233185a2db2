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

/** What was an alias may be somebody new, if a crash came after its end. */
const removeAlias = async ({ load, remove }: EraseDeps['store'], id: string): Promise<void> => {
  const alias = await load(id);
  if (alias?.movedTo !== undefined) await remove(id, alias.version);
};

/** Removes what is left of an emptied customer under all their ids, the item last: a crash on the way leaves the mark, by which it is done again. */
export const createErase =
  ({ store, schedules, records }: EraseDeps) =>
  async ({ customer, at }: Erase): Promise<void> => {
    const state = await store.load(customer);
    if (state?.erased !== at) return;
    for (const id of [customer, ...(state.aliases ?? [])]) {
      await schedules.wipe(id, at + SCHEDULED_BY);
      await records.wipe(id, at + WRITTEN_BY);
    }
    for (const id of state.aliases ?? []) await removeAlias(store, id);
    await store.remove(customer, state.version);
  };
