import type { TextMood } from './text.ts';

/** As policy.yaml has it where nobody changed it: from here on a mood is negative, positive, and strong. */
const NEGATIVE = -0.25;
const POSITIVE = 0.25;
const STRONG = -0.6;
/** Just short of a bound. */
const SHORT = 0.001;

const BOUNDS: Record<TextMood['mood'], [least: number, most: number]> = {
  negative: [-1, NEGATIVE],
  neutral: [NEGATIVE + SHORT, POSITIVE - SHORT],
  positive: [POSITIVE, 1],
  unknown: [0, 0],
};

/** The mood that a value from -1 to 1 tells. */
export const moodOf = (value: number): TextMood['mood'] =>
  value <= NEGATIVE ? 'negative' : value >= POSITIVE ? 'positive' : 'neutral';

/** Three decimal places say enough; and no -0. */
export const toPlaces = (value: number): number => Math.round(value * 1000) / 1000 || 0;

/** A value as near as the mood allows. */
export const valueWithin = (mood: TextMood['mood'], value: number): number => {
  const [least, most] = BOUNDS[mood];
  return toPlaces(Math.min(most, Math.max(least, value)));
};

/** How likely a writer is unhappy, happy, and very unhappy, each 0 to 1; and from where on `strong` is certain enough. */
export interface Likelihoods {
  negative: number;
  positive: number;
  strong: number;
  strongFrom: number;
  /** From where on somebody counts as unhappy; more likely than not, where nothing is said. */
  negativeFrom?: number | undefined;
}

/** More likely than not. */
const LIKELY = 0.5;
/** How far a likelihood is on the way from one to another, 0 to 1. */
const share = (likely: number, from: number, to = 1): number =>
  Math.min(1, Math.max(0, (likely - from) / Math.max(to - from, 1e-9)));

/**
 * Likelihoods as a value from -1 to 1. An unhappy text lies between -0.25 and -0.6 by how sure that is; below -0.6 only where the
 * writer is very unhappy, by how sure that is. A happy one lies from 0.25 on; any other between, towards what it may be.
 */
export const valueFrom = ({ negative, positive, strong, strongFrom, negativeFrom = LIKELY }: Likelihoods): number => {
  if (negative >= negativeFrom && negative >= positive) {
    if (strong >= strongFrom) return toPlaces(STRONG + (-1 - STRONG) * share(strong, strongFrom));
    return toPlaces(NEGATIVE + (STRONG + SHORT - NEGATIVE) * share(negative, negativeFrom));
  }
  if (positive >= LIKELY) return toPlaces(POSITIVE + (1 - POSITIVE) * share(positive, LIKELY));
  const leaning = share(positive, 0, LIKELY) - share(negative, 0, negativeFrom);
  return valueWithin('neutral', leaning * POSITIVE);
};
