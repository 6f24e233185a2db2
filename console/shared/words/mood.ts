import type { Tone } from '../ui/tone.ts';

/** -1 to 1, with its sign. */
export const score = (value: number): string => {
  const rounded = value.toFixed(2).replace(/^-0\.00$/, '0.00');
  return value > 0 && rounded !== '0.00' ? `+${rounded}` : rounded.replace('-', '−');
};

export type MoodWord = 'negative' | 'neutral' | 'positive';

export const MOOD_TONES: Record<MoodWord, Tone> = { negative: 'bad', neutral: 'plain', positive: 'good' };

export const MOOD_WORDS: Record<MoodWord, string> = { negative: 'unhappy', neutral: 'calm', positive: 'happy' };
