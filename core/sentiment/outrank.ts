import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import type { Evident } from '../customer/model/incoming.ts';

/** A text so far from the score beside it contradicts it. */
const CONTRADICTS = 1;
/** What is left then of its weight: our reading is more likely wrong than their answer. */
const LITTLE = 0.2;
/** Just above what is strong. */
const MARGIN = 0.01;

const notStrong = (value: number, { strong }: MoodPolicy): number => Math.max(value, strong + MARGIN);

/**
 * Evidence of one event, where a score that the person gave outranks what we read in their text: a text that is further than
 * 1 from each of the `scores` counts little and is never strong.
 */
export const outrankedBy = (signals: Evident[], scores: Evident[], policy: MoodPolicy): Evident[] => {
  const ownScores = scores.filter(({ of }) => of === 'score');
  if (ownScores.length === 0) return signals;
  return signals.map((signal) => {
    const { value, weight, because, of } = signal;
    if (of !== 'text' || !ownScores.every((score) => Math.abs(score.value - value) >= CONTRADICTS)) return signal;
    const reason = `${because}, though the score they gave says otherwise`;
    return { ...signal, value: notStrong(value, policy), weight: weight * LITTLE, because: reason };
  });
};

/** What opens an incident says by itself nothing strong: while it is open it keeps things quiet, and then it is over. */
export const heldByIncident = (signals: Evident[], policy: MoodPolicy): Evident[] =>
  signals.map((signal) => (signal.of === 'event' ? { ...signal, value: notStrong(signal.value, policy) } : signal));
