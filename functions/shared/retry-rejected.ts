import type { Pause } from './pause.ts';

const TRIES = 6;

/** Gives items to a call that may take only some, and what it left again after a pause. Answers what is left at last. */
export const retryRejected = async <Item>(
  items: Item[],
  give: (items: Item[]) => Promise<Item[]>,
  pause: Pause,
): Promise<Item[]> => {
  let rejected = items;
  for (let attempt = 0; attempt < TRIES && rejected.length > 0; attempt++) {
    if (attempt > 0) await pause(attempt);
    rejected = await give(rejected);
  }
  return rejected;
};
