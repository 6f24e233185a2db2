import type { Draft } from './draft.ts';
import { LIMITS } from './model/state.ts';

/** After so many half-lives a sign weighs a thousandth: nothing rests on it any more. */
const KEPT = 10;

/** Evidence is kept for no longer than it counts, and the newest where it is too much. */
export const pruneEvidence = ({ state, now, deps }: Draft): void => {
  const { halfLife, quietAfter } = deps.catalogue.policy.mood;
  const oldest = now - 1000 * Math.max(KEPT * halfLife, quietAfter);
  const kept = state.evidence.filter(({ at }) => Date.parse(at) >= oldest).slice(-LIMITS.evidence);
  if (kept.length < state.evidence.length) state.evidence = kept;
};
