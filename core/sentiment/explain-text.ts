import { ownWords } from './clean.ts';
import type { Hit } from './english/hits.ts';
import { TURNS } from './languages/turns.ts';
import { type Reading, readOwn, readText } from './text.embedded.ts';
import type { TextMood } from './text.ts';
import { type Likelihoods, toPlaces } from './value.ts';

/** Words of a text, and their share in what it tells: below 0 they speak for an unhappy writer, above 0 for a happy one. */
export interface Cue {
  words: string;
  share: number;
}

export interface ExplainedText extends TextMood {
  /** How likely it is that the writer is unhappy, happy, very unhappy; absent where nothing was read. */
  likely?: Pick<Likelihoods, 'negative' | 'positive' | 'strong'>;
  /** The most telling first. */
  cues: Cue[];
}

const MOST_CUES = 6;
/** Of a longer text sentences are left out, not words: it takes long, and one word tells little there. */
const MOST_WORDS = 120;
const LEAST_SHARE = 0.02;
const WORD =
  /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\d[\d.,]*|[!?]+|\p{Extended_Pictographic}\uFE0F?|[:;=][-o^']?[()[\]DdpP/\\|*]+/gu;
const SENTENCE = /[^.!?…\n]+[.!?…\n]*/gu;

interface Span {
  from: number;
  to: number;
}

const spansOf = (own: string, pattern: RegExp): Span[] =>
  Array.from(own.matchAll(pattern), ({ 0: match, index }) => ({ from: index, to: index + match.length }));

/** Phrases that the rules know, as they stand in the text; each place once. */
const phrasesIn = (own: string, hits: Hit[]): Span[] => {
  let after = 0;
  return hits.flatMap(({ words }) => {
    const from = own.indexOf(words, after);
    if (from < 0) return [];
    after = from + words.length;
    return [{ from, to: after }];
  });
};

/** What is left out, one after the other: known phrases, and the words beside them. */
const unitsOf = (own: string, { hits, language }: Reading): Span[] => {
  const words = spansOf(own, WORD);
  if (words.length > MOST_WORDS) return spansOf(own, SENTENCE);
  const phrases = phrasesIn(own, hits);
  // A "but" says nothing by itself: it tells which of two sayings counts.
  const turns = ({ from, to }: Span): boolean => TURNS[language].has(own.slice(from, to).toLowerCase());
  const beside = words.filter(
    (word) => !turns(word) && !phrases.some(({ from, to }) => word.from < to && from < word.to),
  );
  return [...phrases, ...beside].sort((one, two) => one.from - two.from);
};

/** How far a reading speaks for a happy writer, by what decided the mood: of an unhappy one praise is in that already, and counts once. */
const speaksFor = (mood: TextMood['mood'], reading: ReturnType<typeof readOwn>): number => {
  if (typeof reading === 'string') return 0;
  const { positive, negative } = reading.logits;
  return mood === 'negative' ? -negative : mood === 'positive' ? positive : positive - negative;
};

/** Why a text reads as it does: what would change if each part of it had not been said. */
export const explainText = (text: string): ExplainedText => {
  const mood = readText(text);
  const own = ownWords(text);
  const reading = readOwn(own);
  if (typeof reading === 'string') return { ...mood, cues: [] };
  const whole = speaksFor(mood.mood, reading);
  const moved = unitsOf(own, reading).map(({ from, to }) => ({
    words: own.slice(from, to).trim(),
    by: whole - speaksFor(mood.mood, readOwn(`${own.slice(0, from)} ${own.slice(to)}`, reading.language)),
  }));
  const all = moved.reduce((sum, { by }) => sum + Math.abs(by), 0) || 1;
  const cues = moved
    .map(({ words, by }) => ({ words, share: toPlaces(by / all) }))
    .filter(({ share }) => Math.abs(share) >= LEAST_SHARE)
    .sort((one, two) => Math.abs(two.share) - Math.abs(one.share))
    .slice(0, MOST_CUES);
  const { negative, positive, strong } = reading.likelihoods;
  return {
    ...mood,
    likely: { negative: toPlaces(negative), positive: toPlaces(positive), strong: toPlaces(strong) },
    cues,
  };
};
