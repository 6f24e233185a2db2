import { ownWords } from './clean.ts';
import { type Hit, quote } from './english/hits.ts';
import { isEnglish } from './english/language.ts';
import { readEnglish } from './english/read.ts';
import { isWritten, type Sentence, sentencesOf, wordsOf } from './english/tokens.ts';
import { unhappiness } from './english/unhappy.ts';
import { moodSentence, unknownMood } from './sentence.ts';
import type { TextMood, TextSentiment } from './text.ts';
import { moodOf, toPlaces } from './value.ts';

/** Bends a sum of strengths, without bounds, into -1 to 1: as VADER does. */
const HALF = 6.5;
const bend = (sum: number): number => sum / Math.sqrt(sum * sum + HALF);

/** More likely unhappy than not. */
const LIKELY = 0.5;
const LONGEST_QUOTE = 8;

/** Words of a mood count as far as the writer is likely to mean them. */
const valueFrom = (sentences: Sentence[], hits: Hit[]): number => {
  const unhappy = unhappiness(sentences, hits);
  if (unhappy >= LIKELY) return toPlaces(-unhappy);
  const strength = bend(hits.reduce((sum, { strength }) => sum + strength, 0));
  return toPlaces(strength < 0 ? (strength * unhappy) / (2 * LIKELY) : strength);
};

/** The beginning of the sentence that by itself sounds unhappiest. */
const unhappiest = (sentences: Sentence[]): string => {
  const [first] = sentences.toSorted((one, two) => unhappiness([two], []) - unhappiness([one], []));
  if (!first) return '';
  const words = quote(first, 0, LONGEST_QUOTE);
  return first.words.length > LONGEST_QUOTE ? `${words} …` : words;
};

/** What tells the mood: words of its own side, strongest first; of no mood those of both. */
const telling = (mood: TextMood['mood'], sentences: Sentence[], hits: Hit[]): string[] => {
  const side = mood === 'neutral' ? 0 : mood === 'negative' ? -1 : 1;
  const cues = hits
    .filter(({ strength }) => side === 0 || Math.sign(strength) === side)
    .toSorted((one, two) => Math.abs(two.strength) - Math.abs(one.strength))
    .map(({ words }) => words);
  return cues.length === 0 && mood === 'negative' ? [unhappiest(sentences)] : cues;
};

/** Reads English, and says `unknown` of all else. Words, rules and fixed weights only: the same answer each time. */
export const readText = (text: string): TextMood => {
  const sentences = sentencesOf(ownWords(text));
  if (!isWritten(sentences)) return unknownMood('wrote no words to read');
  const words = wordsOf(sentences);
  if (words.length > 0 && !isEnglish(words)) return unknownMood('wrote in a language that is not read');
  const hits = readEnglish(sentences);
  const value = valueFrom(sentences, hits);
  const mood = moodOf(value);
  return { mood, value, because: moodSentence(mood, telling(mood, sentences, hits)) };
};

/** The embedded reader behind the port. */
export const createEmbeddedSentiment = (): TextSentiment => ({ read: async (text) => readText(text) });
