import { type Carry, type GivenUp, readGivenUp } from './given-up.ts';
import type { RedriveResult } from './take-from.ts';

interface StreamRedrive {
  givenUp: GivenUp;
  carry: Carry;
  now: () => number;
}

/** In milliseconds: when a call begins no other batch. */
const ENOUGH = 20_000;
/** Batches that one look reads. */
const MOST_READ = 20;

/** How many batches the stream gave up on, and why the first of them. */
export const lookAtStream = async ({ givenUp }: Pick<StreamRedrive, 'givenUp'>): Promise<RedriveResult> => {
  const names = await givenUp.list();
  const counts: Record<string, number> = {};
  for (const name of names.slice(0, MOST_READ)) {
    const { reason } = readGivenUp(await givenUp.read(name));
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return { found: counts, examples: {}, moved: 0, kept: 0, left: names.length, done: names.length <= MOST_READ };
};

/** Carries given-up batches on, the oldest first. One that fails again stays, and those after it still go. */
export const carryOn = async ({ givenUp, carry, now }: StreamRedrive, from = 0): Promise<RedriveResult> => {
  const names = await givenUp.list();
  // A list may be long; a call that did nothing but read it would be made again and again.
  const began = now();
  const sum: RedriveResult = { found: {}, examples: {}, moved: 0, kept: 0, left: names.length, done: false };
  for (const name of names.slice(from)) {
    if (now() - began > ENOUGH) return sum;
    const { batch, reason } = readGivenUp(await givenUp.read(name));
    if (batch !== undefined && (await carry(batch))) {
      await givenUp.remove(name);
      sum.found[reason] = (sum.found[reason] ?? 0) + 1;
      sum.moved++;
      sum.left--;
    } else sum.kept++;
  }
  return { ...sum, done: true };
};
