import type { Draft } from './draft.ts';
import { LIMITS } from './model/state.ts';
import { asHeard, moodAfter, piecesOf } from './rehear.ts';

/** After so many half-lives a sign weighs a thousandth: nothing rests on it any more. */
const KEPT = 10;

/**
 * Evidence is kept for no longer than it counts, and what was heard last where it is too much. What goes is part of the mood
 * before the rest: so it is what was heard before the rest, whenever it happened.
 */
export const pruneEvidence = ({ state, now, deps }: Draft): void => {
  const policy = deps.catalogue.policy.mood;
  const oldest = now - 1000 * Math.max(KEPT * policy.halfLife, policy.quietAfter);
  const counting = state.evidence.filter(({ at }) => Date.parse(at) >= oldest);
  const last = new Set(counting.toSorted(asHeard).slice(-LIMITS.evidence));
  const kept = counting.filter((one) => last.has(one));
  if (kept.length < state.evidence.length) {
    const gone = piecesOf(state.evidence).filter((piece) => !kept.includes(piece));
    for (const piece of gone) if (state.moodBefore) state.moodBefore = moodAfter(state.moodBefore, piece, policy);
    state.evidence = kept;
  }
  if (state.moodBefore && piecesOf(kept).length === 0) state.moodBefore = undefined;
};
