import { readText } from '../../../core/sentiment/text.embedded.ts';

export interface Figures {
  texts: number;
  /** Of those read as negative, the share that is. */
  precision: number;
  /** Of those that are negative, the share that is read so. */
  recall: number;
}

/** How well a mood is found in labelled texts. */
export const measure = (texts: { text: string; label: string }[], mood: 'negative' | 'positive'): Figures => {
  const read = texts.map(({ text, label }) => ({ found: readText(text).mood === mood, is: label === mood }));
  const right = read.filter(({ found, is }) => found && is).length;
  return {
    texts: texts.length,
    precision: right / read.filter(({ found }) => found).length,
    recall: right / read.filter(({ is }) => is).length,
  };
};
