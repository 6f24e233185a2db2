/** Kinds of what is held of a customer beside their item. */
export const SHELVES = ['timeline', 'messages'] as const;
export type Shelf = (typeof SHELVES)[number];

export interface Page {
  items: unknown[];
  /** Where the next page begins, if there is one. */
  next?: string;
}

/** Port: removes what is held of one customer beside their item. */
export interface Eraser {
  /** All from before a time, in milliseconds: what came later is another life's. */
  wipe(customer: string, before: number): Promise<void>;
}

/** Port: what is held of one customer beside their item, oldest first, a page at a time. */
export interface Held {
  page(customer: string, shelf: Shelf, after?: string): Promise<Page>;
}
