import type { InboxEntry, Mark } from '../shared/inbox-message.ts';

/** Port: what lies in the inboxes of customers. */
export interface InboxEntries {
  /** All of one id, also what is expired and not taken away yet, in no order that means anything. */
  of(customer: string): Promise<InboxEntry[]>;
  /** Notes when the customer read a message, or put it away. The first time stays; of a message that is gone nothing is noted. */
  mark(customer: string, id: string, mark: Mark, at: string): Promise<void>;
}

/** Port: numbers that a request used once. */
export interface Nonces {
  /** Whether nobody has used it before; it is used from now on, until an instant in milliseconds. */
  use(nonce: string, until: number): Promise<boolean>;
}
