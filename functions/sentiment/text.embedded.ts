import { ownWords } from './clean.ts';
import type { Hit } from './english/hits.ts';
import { isEnglish } from './english/language.ts';
import { readEnglish } from './english/read.ts';
import { isWritten, sentencesOf, wordsOf } from './english/tokens.ts';
import { moodSentence, unknownMood } from './sentence.ts';
import type { TextMood, TextSentiment } from './text.ts';
import { moodOf, toPlaces } from './value.ts';

/** Bends a sum of strengths, without bounds, into -1 to 1: as VADER does. */
const HALF = 6.5;
const bend = (sum: number): number => sum / Math.sqrt(sum * sum + HALF);

/** The words of a mood's own side, strongest first; of no mood those of both. */
const telling = (mood: TextMood['mood'], hits: Hit[]): string[] => {
  const side = mood === 'neutral' ? 0 : mood === 'negative' ? -1 : 1;
  return hits
    .filter(({ strength }) => side === 0 || Math.sign(strength) === side)
    .toSorted((one, two) => Math.abs(two.strength) - Math.abs(one.strength))
    .map(({ words }) => words);
};

/** Reads English, and says `unknown` of all else. Words and rules only: no network, no model, the same answer each time. */
export const readText = (text: string): TextMood => {
  const sentences = sentencesOf(ownWords(text));
  if (!isWritten(sentences)) return unknownMood('wrote no words to read');
  const words = wordsOf(sentences);
  if (words.length > 0 && !isEnglish(words)) return unknownMood('wrote in a language that is not read');
  const hits = readEnglish(sentences);
  const value = toPlaces(bend(hits.reduce((sum, { strength }) => sum + strength, 0)));
  const mood = moodOf(value);
  return { mood, value, because: moodSentence(mood, telling(mood, hits)) };
};

/** The embedded reader behind the port. */
export const createEmbeddedSentiment = (): TextSentiment => ({ read: async (text) => readText(text) });
