import type { CustomerRecord } from '../core/explain/explain.ts';

/** Everything that a stage or the local world has of one customer; `state` is missing where only records are left. */
export interface CustomerData extends CustomerRecord {
  /** On a stage those of the inbox; in the local world all that was sent. */
  messages: unknown[];
}
