import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import { addSignal, type MoodSums, type Signal } from './mood.ts';
import { toPlaces } from './value.ts';

/** What the opening of an incident told of unhappiness, with one more sign. Anything else is none of its own. */
export const toldWith = (told: MoodSums | undefined, signal: Signal, policy: MoodPolicy): MoodSums | undefined =>
  signal.value < 0 ? addSignal(told ?? { s: 0, w: 0, at: signal.at }, signal, policy) : told;

/** What the end of an incident says: half of what its opening told is taken back, as far as that still weighs by then. */
export const softening = (told: MoodSums, closedAt: number, { halfLife }: MoodPolicy): Signal => {
  const at = Math.max(told.at, closedAt);
  const weight = told.w * 2 ** (-(at - told.at) / (1000 * halfLife));
  return { value: toPlaces(-told.s / told.w / 2), weight: toPlaces(weight), at };
};
