import type { Draft } from './draft.ts';
import { LIMITS } from './model/limits.ts';
import { asHeard, isPiece, moodAfter, piecesOf } from './rehear.ts';

/** After so many half-lives a sign weighs a thousandth: nothing rests on it any more. */
const KEPT = 10;

/**
 * Evidence is kept for no longer than it counts, and what was heard last where it is too much. What goes is part of the mood
 * before the rest: so it is what was heard before the rest, whenever it happened.
 */
export const pruneEvidence = ({ state, now, deps }: Draft): void => {
  const policy = deps.catalogue.policy.mood;
  const oldest = now - 1000 * Math.max(KEPT * policy.halfLife, policy.quietAfter);
  // It lies in the order of time: mostly the first is young enough, and all are.
  const [first] = state.evidence;
  if (state.evidence.length > LIMITS.evidence || (first && Date.parse(first.at) < oldest)) {
    const counting = state.evidence.filter(({ at }) => Date.parse(at) >= oldest);
    const last = new Set(counting.toSorted(asHeard).slice(-LIMITS.evidence));
    const newest = counting.filter((one) => last.has(one));
    const gone = piecesOf(state.evidence).filter((piece) => !newest.includes(piece));
    for (const piece of gone) if (state.moodBefore) state.moodBefore = moodAfter(state.moodBefore, piece, policy);
    state.evidence = newest;
  }
  if (state.moodBefore && !state.evidence.some(isPiece)) state.moodBefore = undefined;
};
