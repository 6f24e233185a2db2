import type { CustomerStore } from '../../functions/shared/stores/store.ts';

/** The value, of which nothing at any depth can be written to any more. */
const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
};

/** A store whose items nobody can write to: a change that does not keep its hands off the item before it throws. */
export const frozenStore = <Store extends CustomerStore>(store: Store): Store => ({
  ...store,
  load: async (id: string) => frozen(await store.load(id)),
  commit: async (state: Parameters<CustomerStore['commit']>[0]) => frozen(await store.commit(frozen(state))),
});
