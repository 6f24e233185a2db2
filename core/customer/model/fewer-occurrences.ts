import type { Occurrence } from './occurrence.ts';

/** Of one type, in the order of time: the newest, and so many of those that somebody waits for among the others. */
export const fewerOccurrences = (
  all: readonly Occurrence[],
  awaited: ReadonlySet<string>,
  most: { occurrences: number; awaited: number },
): Occurrence[] => {
  const newest = Math.max(0, all.length - most.occurrences);
  const older = all.slice(0, newest).filter(({ id }) => awaited.has(id));
  return [...older.slice(Math.max(0, older.length - most.awaited)), ...all.slice(newest)];
};
