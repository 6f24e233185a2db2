import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Everyone } from '../../functions/broadcast/ports.ts';
import type { PairStore, RemovingStore } from '../../functions/shared/stores/store.ts';
import { createFoldedMap } from './folded-map.ts';

/** Customers kept as they are: some 15 KiB each. */
const HANDY = 100_000;

/** Customers in memory, shared and not copied: nobody may change an item. `onCommit` sees each one as committed, in order. */
export const createMemoryStore = (
  onCommit: (state: CustomerState) => void = () => {},
): RemovingStore & PairStore & { ids(from?: number, count?: number): string[]; everyone: Everyone } => {
  const items = createFoldedMap<CustomerState>(HANDY);
  const sorted = () => items.keys().sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  /** As they were when somebody began to walk, and where each stands. */
  let walked: string[] = [];
  let places = new Map<string, number>();
  const everyone: Everyone = {
    page: async (after, count) => {
      if (after === undefined || !places.has(after)) {
        walked = sorted();
        places = new Map(walked.map((id, place) => [id, place]));
      }
      const first = after === undefined ? 0 : (places.get(after) ?? walked.length - 1) + 1;
      const ids = walked.slice(first, first + count);
      const last = first + count < walked.length ? ids.at(-1) : undefined;
      return { states: ids.flatMap((id) => items.get(id) ?? []), ...(last !== undefined && { next: last }) };
    },
    count: async () => items.size(),
  };
  return {
    load: async (id) => items.get(id),
    commit: async (state) => {
      const current = items.get(state.id);
      if (state.version !== (current?.version ?? 0) + 1) return { committed: false, current };
      items.set(state.id, state);
      onCommit(state);
      return { committed: true };
    },
    commitBoth: async (...states) => {
      if (states.some(({ id, version }) => version !== (items.get(id)?.version ?? 0) + 1)) return false;
      for (const state of states) items.set(state.id, state);
      for (const state of states) onCommit(state);
      return true;
    },
    remove: async (id, version) => {
      if (items.get(id)?.version === version) items.delete(id);
    },
    ids: (from = 0, count = Number.POSITIVE_INFINITY) => sorted().slice(from, from + count),
    everyone,
  };
};
