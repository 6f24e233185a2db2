import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import { addSignal, type MoodSums, type Signal } from './mood.ts';
import { toPlaces } from './value.ts';

/** What the opening of an incident told of unhappiness, with one more sign. Anything else is none of its own. */
export const sumsWith = (sums: MoodSums | undefined, signal: Signal, policy: MoodPolicy): MoodSums | undefined =>
  signal.value < 0 ? addSignal(sums ?? { s: 0, w: 0, at: signal.at }, signal, policy) : sums;

/** What the end of an incident says: half of what its opening told is taken back, as far as that still weighs by then. */
export const softening = (sums: MoodSums, closedAt: number, { halfLife }: MoodPolicy): Signal => {
  const at = Math.max(sums.at, closedAt);
  const weight = sums.w * 2 ** (-(at - sums.at) / (1000 * halfLife));
  return { value: toPlaces(-sums.s / sums.w / 2), weight: toPlaces(weight), at };
};
