import { ownWords } from './clean.ts';
import type { Hit } from './english/hits.ts';
import { isEnglish } from './english/language.ts';
import { readEnglish } from './english/read.ts';
import { sentencesOf } from './english/tokens.ts';
import type { TextMood, TextSentiment } from './text.ts';

/** Bends a sum of strengths, without bounds, into -1 to 1: as VADER does. */
const HALF = 6.5;
const bend = (sum: number): number => sum / Math.sqrt(sum * sum + HALF);

/** A text read as negative has a value that makes a customer's mood negative even at a weight of 0.5. */
export const NEGATIVE = -0.5;
export const POSITIVE = 0.5;

const moodOf = (value: number): TextMood['mood'] =>
  value <= NEGATIVE ? 'negative' : value >= POSITIVE ? 'positive' : 'neutral';

const listed = (words: string[]): string => new Intl.ListFormat('en-GB').format(words.map((word) => `“${word}”`));

const because = (mood: TextMood['mood'], hits: Hit[]): string => {
  const side = mood === 'neutral' ? 0 : mood === 'negative' ? -1 : 1;
  const telling = hits.filter(({ strength }) => side === 0 || Math.sign(strength) === side);
  const strongest = telling.toSorted((one, two) => Math.abs(two.strength) - Math.abs(one.strength));
  const words: string[] = [];
  for (const hit of strongest) if (!words.some((word) => word.includes(hit.words))) words.push(hit.words);
  words.splice(3);
  if (mood === 'neutral')
    return words.length ? `wrote ${listed(words)}, which tells of no clear mood` : 'wrote nothing that tells of a mood';
  return `wrote ${listed(words)}, which reads as ${mood}`;
};

const round = (value: number): number => Math.round(value * 1000) / 1000 || 0;

/** Reads English, and says `unknown` of all else. Words and rules only: no network, no model, the same answer each time. */
export const readText = (text: string): TextMood => {
  const sentences = sentencesOf(ownWords(text));
  const words = sentences.flatMap((sentence) => sentence.words).filter((word) => /\p{L}/u.test(word));
  const faces = sentences.some((sentence) => sentence.faces.length > 0);
  if (words.length === 0 && !faces) return { mood: 'unknown', value: 0, because: 'wrote no words to read' };
  if (words.length > 0 && !isEnglish(words))
    return { mood: 'unknown', value: 0, because: 'wrote in a language that is not read' };
  const hits = readEnglish(sentences);
  const value = round(bend(hits.reduce((sum, { strength }) => sum + strength, 0)));
  const mood = moodOf(value);
  return { mood, value, because: because(mood, hits) };
};

/** The embedded reader behind the port. */
export const createEmbeddedSentiment = (): TextSentiment => ({ read: async (text) => readText(text) });
