import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';

/** Everything held of one customer. */
export interface HeldOf {
  customer: string;
  /** Undefined of somebody of whom only records are left. */
  state?: CustomerState | undefined;
  /** Oldest first. */
  timeline: JournalEntry[];
  /** On a stage those of the inbox; in the studio all that was sent. */
  messages: unknown[];
}

/** Where to look: a deployed stage, else the studio's data. */
export interface Where {
  stage?: string;
  data: string;
}
