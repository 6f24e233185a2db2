import type { CustomerState } from '../../../core/customer/model/state.ts';

/** Port: one versioned item per customer. */
export interface CustomerStore {
  /** The item as last committed, read strongly consistent; undefined before its first commit. */
  load(id: string): Promise<CustomerState | undefined>;
  /** Writes `state` where the item has version `state.version - 1`; else answers the item as it is. */
  commit(state: CustomerState): Promise<{ committed: true } | { committed: false; current: CustomerState | undefined }>;
}

export interface PairStore extends CustomerStore {
  /** Writes both, each as `commit` does, or neither; answers whether it did. */
  commitBoth(one: CustomerState, other: CustomerState): Promise<boolean>;
}

export interface RemovingStore extends CustomerStore {
  /** Removes the item where it has this version. */
  remove(id: string, version: number): Promise<void>;
}
