import type { Told } from './labels.ts';
import type { Lying, Outlet, Shelf } from './shelf.ts';

/** A shelf, how its messages read, and where they go once more. */
export interface Place {
  shelf: Shelf;
  tell: (lying: Lying) => Told;
  outlet: Outlet;
}

/** What one look found, or one pass did. Counts are by reason. */
export interface Taken {
  found: Record<string, number>;
  examples: Record<string, string>;
  moved: number;
  /** Messages seen that stay: for another reason, come since, or without an event that is whole. */
  kept: number;
  /** About how many lie there now. */
  left: number;
  /** Nothing more was there to take. */
  done: boolean;
}

export interface Pass {
  /** Only what came before this time, in milliseconds: what comes back meanwhile is not moved in a circle. */
  before: number;
  reason?: string | undefined;
  /** Throws away instead of putting back. */
  discard?: boolean | undefined;
}

/** Of ten messages each: what one call does at most. */
const ROUNDS = 20;

const empty = (): Omit<Taken, 'left'> => ({ found: {}, examples: {}, moved: 0, kept: 0, done: false });

const count = ({ found, examples }: Omit<Taken, 'left'>, { reason, example }: Told): void => {
  found[reason] = (found[reason] ?? 0) + 1;
  if (example !== undefined) examples[reason] ??= example;
};

/** What lies there, by reason, as far as one look goes. All of it is put back. */
export const lookAt = async ({ shelf, tell }: Place): Promise<Taken> => {
  const sum = empty();
  const looked: Lying[] = [];
  try {
    for (let round = 0; round < ROUNDS && !sum.done; round++) {
      const taken = await shelf.take();
      looked.push(...taken);
      for (const one of taken) count(sum, tell(one));
      sum.done = taken.length === 0;
    }
  } finally {
    await shelf.putBack(looked);
  }
  return { ...sum, left: await shelf.count() };
};

/** Puts messages back where they came from, or throws them away: first put, then removed, so that none is lost. */
export const takeFrom = async ({ shelf, tell, outlet }: Place, { before, reason, discard }: Pass): Promise<Taken> => {
  const sum = empty();
  const kept: Lying[] = [];
  for (let round = 0; round < ROUNDS && !sum.done; round++) {
    const taken = (await shelf.take()).map((lying) => ({ lying, told: tell(lying) }));
    const isMine = ({ lying, told }: (typeof taken)[number]): boolean =>
      lying.sentAt < before &&
      (reason === undefined || told.reason === reason) &&
      (discard === true || told.back !== undefined);
    const mine = taken.filter(isMine);
    kept.push(...taken.filter((one) => !isMine(one)).map(({ lying }) => lying));
    if (!discard) await outlet(mine.flatMap(({ told }) => told.back ?? []));
    await shelf.remove(mine.map(({ lying }) => lying));
    for (const { told } of mine) count(sum, told);
    sum.moved += mine.length;
    sum.done = taken.length === 0;
  }
  // Until the last pass they stay hidden, so that none is seen twice.
  if (sum.done) await shelf.putBack(kept);
  sum.kept = kept.length;
  return { ...sum, left: await shelf.count() };
};
