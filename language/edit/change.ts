import type { Change } from './operation.ts';

/** What differs between two texts, as one change. */
export const changeBetween = (before: string, after: string): Change => {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
};

export const applyChange = (text: string, { from, to, insert }: Change): string =>
  text.slice(0, from) + insert + text.slice(to);

/** What takes a change back, given the text before it. */
export const inverse = (before: string, { from, to, insert }: Change): Change => ({
  from,
  to: from + insert.length,
  insert: before.slice(from, to),
});
