import type { TextMood } from './text.ts';

/** A text read as negative has a value that makes a customer's mood negative even at a weight of 0.5. */
const NEGATIVE = -0.5;
const POSITIVE = 0.5;

const BOUNDS: Record<TextMood['mood'], [least: number, most: number]> = {
  negative: [-1, NEGATIVE],
  neutral: [NEGATIVE + 0.001, POSITIVE - 0.001],
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
