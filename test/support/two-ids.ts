import { DatabaseSync } from 'node:sqlite';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createMerge } from '../../functions/shared/stores/merge.ts';
import { BUILT_IN } from '../../language/catalogue/built-in.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { catalogue } from './catalogue.ts';
import { oneCustomer } from './customer.ts';
import { frozenStore } from './frozen.ts';

/** The event, as every project has it. */
export const MERGED = { 'customer.merged': { ...BUILT_IN['customer.merged']!, kept: [], awaited: false } };

/** Two customers, `guest` and `ada`, in one store, who may turn out to be one person. */
export const twoIds = (workflows = catalogue({ events: MERGED })) => {
  const listeners = new Map<string, (state: CustomerState) => void>();
  const store = frozenStore(
    createSqliteStore(new DatabaseSync(':memory:'), (state) => listeners.get(state.id)?.(state)),
  );
  const customer = (id: string) =>
    oneCustomer(
      workflows,
      {},
      (onCommit) => {
        listeners.set(id, onCommit);
        return store;
      },
      id,
    );
  const [guest, ada] = [customer('guest'), customer('ada')];
  const mergeBoth = createMerge({ store, now: () => ada.clock.now, reduceDeps: ada.reduceDeps });
  let merges = 0;
  return {
    guest,
    ada,
    store,
    pass: (milliseconds: number) => {
      for (const one of [guest, ada]) one.clock.now += milliseconds;
    },
    merge: (from = 'guest', into = 'ada') =>
      mergeBoth(from, into, {
        id: `m${++merges}`,
        type: 'customer.merged',
        at: new Date(ada.clock.now).toISOString(),
        fields: { from, into },
        signals: [],
      }),
  };
};
