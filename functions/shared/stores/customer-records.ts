/** Kinds of what is held of a customer beside their item. */
export const RECORD_KINDS = ['timeline', 'messages', 'notes', 'past'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface Page {
  items: unknown[];
  /** Where the next page begins, if there is one. */
  next?: string;
}

/** Port: removes what is held of one customer beside their item. */
export interface RecordEraser {
  /** All from before a time, in milliseconds: what came later is another life's. */
  wipe(customer: string, before: number): Promise<void>;
}

/** Port: what is held of one customer beside their item, oldest first, a page at a time. */
export interface CustomerRecords {
  page(customer: string, shelf: RecordKind, after?: string): Promise<Page>;
}
