import type { TextSentiment } from '../../core/sentiment/text.ts';

/** What customers write in storms, and what it says about their mood: reading text is tried elsewhere. */
export const TEXTS: readonly { text: string; value: number }[] = [
  { text: 'Third time this breaks. I am done.', value: -0.9 },
  { text: 'Still waiting, and nobody answers.', value: -0.6 },
  { text: 'This is a little slow.', value: -0.3 },
  { text: 'How do I add a colleague?', value: 0 },
  { text: 'Thank you, that helped a lot.', value: 0.8 },
];

/** By text message it withdraws texts, and is no evidence of mood. */
export const STOP = 'STOP';

export const valueOfText = (text: string): number => TEXTS.find((one) => one.text === text)?.value ?? 0;

/** Reads those texts as listed. */
export const listedTexts: TextSentiment = {
  read: async (text) => {
    const value = valueOfText(text);
    const mood = value <= -0.25 ? 'negative' : value >= 0.25 ? 'positive' : 'neutral';
    return { mood, value, because: 'wrote it' };
  },
};
