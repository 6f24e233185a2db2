import { readText } from '../../../core/sentiment/text.embedded.ts';
import { memoizeByKey } from '../../../language/catalogue/memoize-by-key.ts';

/** Each text is read once, however often it is measured. */
export const moodOf = memoizeByKey((text) => readText(text).mood, 20_000);

export interface Figures {
  texts: number;
  /** Of those read as negative, the share that is. */
  precision: number;
  /** Of those that are negative, the share that is read so. */
  recall: number;
}

/** How well a mood is found in labelled texts. */
export const measure = (texts: { text: string; label: string }[], mood: 'negative' | 'positive'): Figures => {
  const read = texts.map(({ text, label }) => ({ predicted: moodOf(text) === mood, is: label === mood }));
  const right = read.filter(({ predicted, is }) => predicted && is).length;
  return {
    texts: texts.length,
    precision: right / read.filter(({ predicted }) => predicted).length,
    recall: right / read.filter(({ is }) => is).length,
  };
};
