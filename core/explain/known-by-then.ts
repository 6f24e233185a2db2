import type { JournalEntry } from '../customer/model/journal.ts';

/**
 * Of the entries before one of `customer` those that were of the same person by then: what stood under an id of somebody else, as
 * it seemed, was no part of it.
 */
export const knownByThen = (before: JournalEntry[], customer: string): JournalEntry[] => {
  if (!before.some((entry) => entry.customer !== customer)) return before;
  const ids = new Set([customer]);
  for (const entry of before.toReversed()) if (entry.kind === 'merged' && ids.has(entry.into)) ids.add(entry.from);
  return before.filter((entry) => entry.customer !== undefined && ids.has(entry.customer));
};
