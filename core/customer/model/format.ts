/** Grows with a change of the item that a function of before could not live with; see migrate.ts. */
export const ITEM_FORMAT = 1;
/** Of an item that only says where its person is now: a release that does not know aliases must leave it alone. */
export const ALIAS_FORMAT = 2;
