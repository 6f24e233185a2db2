import type { CustomerState } from '../../core/customer/model/state.ts';
import type { TokenStore } from '../../functions/advance/tokens.ts';
import type { ReadableTimeline } from '../../functions/relay/ports.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { Machine } from '../../language/compile/asl.ts';
import type { Executions } from './executions.ts';
import type { Definitions } from './machines.ts';
import type { Outbox } from './outbox.ts';

export interface StorageDeps {
  machines: Record<string, Machine>;
  now: () => number;
  /** Sees each item as committed, in order: what a table's stream would carry. */
  onCommit: (state: CustomerState) => void;
}

/** Port: where a world keeps everything. */
export interface Storage {
  customers: CustomerStore & { ids(from?: number, count?: number): string[] };
  tokens: TokenStore;
  timeline: ReadableTimeline;
  outbox: Outbox;
  executions: Executions;
  definitions: Definitions;
  /** An action begins; all that it writes is kept by `commit`, or nothing. */
  begin(): void;
  commit(): void;
  rollback(): void;
}

export type OpenStorage = (deps: StorageDeps) => Storage;
