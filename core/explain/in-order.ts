import type { JournalEntry } from '../customer/model/journal.ts';

/** Timelines of the ids of one person as one: oldest first, those of one time in the order in which they stand. */
export const inOrder = (timelines: readonly JournalEntry[][]): JournalEntry[] =>
  timelines.length === 1 && timelines[0]
    ? timelines[0]
    : timelines.flat().sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
