import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Everyone } from '../../functions/broadcast/ports.ts';
import type { ReadableTimeline } from '../../functions/relay/ports.ts';
import type { AddressBook } from '../../functions/shared/stores/address-book.ts';
import type { Broadcasts } from '../../functions/shared/stores/broadcasts.ts';
import type { Budgets } from '../../functions/shared/stores/budgets.ts';
import type { PairStore, RemovingStore } from '../../functions/shared/stores/store.ts';
import type { CensusStorage } from './census.ts';
import type { Outbox } from './outbox.ts';
import type { Timers } from './timers.ts';

export interface StorageDeps {
  now: () => number;
  /** Sees each item as committed, in order: what a table's stream would carry. */
  onCommit: (state: CustomerState) => void;
}

/** Port: where a world keeps everything. */
export interface Storage {
  customers: RemovingStore & PairStore & { ids(from?: number, count?: number): string[]; everyone: Everyone };
  broadcasts: Broadcasts;
  timeline: ReadableTimeline;
  outbox: Outbox;
  addresses: AddressBook;
  budgets: Budgets;
  timers: Timers;
  /** Where nobody reads what is known of everybody, it is not kept. */
  census?: CensusStorage;
  /** Removes what is held of a customer beside their item and what is counted of them. */
  wipe(customer: string): void;
  /** An action begins; all that it writes is kept by `commit`, or nothing. */
  begin(): void;
  commit(): void;
  rollback(): void;
}

export type OpenStorage = (deps: StorageDeps) => Storage;
