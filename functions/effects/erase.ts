import type { EraseEffect } from '../customer/effect.ts';
import { WRITTEN_BY } from '../customer/erasure.ts';
import type { RemovingStore } from '../customer/store.ts';
import type { Eraser } from '../held/held.ts';

export interface EraseDeps {
  store: Pick<RemovingStore, 'load' | 'remove'>;
  held: Eraser;
}

/** Removes what is left of an emptied customer, the item last: a crash on the way leaves the mark, by which it is done again. */
export const createErase =
  ({ store, held }: EraseDeps) =>
  async ({ customer, at }: EraseEffect): Promise<void> => {
    const state = await store.load(customer);
    if (state?.erased !== at) return;
    await held.wipe(customer, at + WRITTEN_BY);
    await store.remove(customer, state.version);
  };
