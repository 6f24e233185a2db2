import type { Language } from '../../language/catalogue/languages.ts';
import { ownWords } from './clean.ts';
import { type Hit, quote } from './english/hits.ts';
import { logitsByRules, plainWords, together } from './english/logits.ts';
import { withoutManners } from './english/manners.ts';
import { readEnglish } from './english/read.ts';
import { isWritten, type Sentence, sentencesOf, wordsOf } from './english/tokens.ts';
import { languageOf } from './languages/detect.ts';
import { HEADS, type Head, likelihood, type Model, readByModel } from './model/model.ts';
import { modelOf } from './model/models.ts';
import { moodSentence, OTHER_LANGUAGE, unknownMood } from './sentence.ts';
import type { TextMood, TextSentiment } from './text.ts';
import { type Likelihoods, moodOf, valueFrom } from './value.ts';

const LONGEST_QUOTE = 8;

const likelihoodsFrom = ({ heads, strongFrom, negativeFrom }: Model, logits: Record<Head, number>): Likelihoods => {
  const [negative = 0, positive = 0, strong = 0] = HEADS.map((head) => likelihood(heads[head].curve, logits[head]));
  return { negative, positive, strong, strongFrom, negativeFrom };
};

/** What is read in a text, before it is a mood: the writer's own words, and how likely what is. */
export interface Reading {
  language: Language;
  sentences: Sentence[];
  /** Of English only. */
  hits: Hit[];
  likelihoods: Likelihoods;
  /** How far all evidence speaks for an unhappy writer and for a happy one. */
  logits: Record<Head, number>;
}

const readInEnglish = (model: Model, own: string, whole: Sentence[]): Reading => {
  const body = withoutManners(own);
  const sentences = body === own ? whole : sentencesOf(body);
  const hits = readEnglish(sentences);
  const logits = together(logitsByRules(sentences, hits), readByModel(model, body), plainWords(sentences, hits));
  return { language: 'en', sentences, hits, logits, likelihoods: likelihoodsFrom(model, logits) };
};

const readBy = (model: Model, own: string, sentences: Sentence[]): Reading => {
  if (model.language === 'en') return readInEnglish(model, own, sentences);
  const logits = readByModel(model, own);
  return { language: model.language, sentences, hits: [], logits, likelihoods: likelihoodsFrom(model, logits) };
};

/** Reads words that are the writer's own, in a language that may be known; why not, where they cannot be read. */
export const readOwn = (own: string, knownLanguage?: Language): Reading | 'no-words' | 'no-language' => {
  const sentences = sentencesOf(own);
  if (!isWritten(sentences)) return 'no-words';
  const words = wordsOf(sentences);
  // A face alone is understood anywhere.
  const language = knownLanguage ?? (words.length === 0 ? 'en' : languageOf(own, words));
  const model = language && modelOf(language);
  return model ? readBy(model, own, sentences) : 'no-language';
};

/** The beginning of the sentence that by itself speaks most for the mood. */
const mostTelling = (head: Head, { sentences, language }: Reading): string => {
  const model = modelOf(language);
  if (!model) return '';
  const spoken = sentences.filter(({ words }) => words.length > 0);
  const weight = (sentence: Sentence): number => readByModel(model, quote(sentence, 0, sentence.words.length))[head];
  const [first] = spoken.length > 1 ? spoken.toSorted((one, two) => weight(two) - weight(one)) : spoken;
  if (!first) return '';
  const words = quote(first, 0, LONGEST_QUOTE);
  return first.words.length > LONGEST_QUOTE ? `${words} …` : words;
};

/** What tells the mood: words of its own side, strongest first; of no mood those of both. */
const telling = (mood: TextMood['mood'], reading: Reading): string[] => {
  const side = mood === 'neutral' ? 0 : mood === 'negative' ? -1 : 1;
  const cues = reading.hits
    .filter(({ strength }) => side === 0 || Math.sign(strength) === side)
    .toSorted((one, two) => Math.abs(two.strength) - Math.abs(one.strength))
    .map(({ words }) => words);
  if (cues.length > 0 || side === 0) return cues;
  return [mostTelling(side < 0 ? 'negative' : 'positive', reading)].filter((words) => words !== '');
};

/** Reads the languages that there is a model of, and says `unknown` of all else. Words, rules and fixed weights only: the same answer each time. */
export const readText = (text: string): TextMood => {
  const reading = readOwn(ownWords(text));
  if (reading === 'no-words') return unknownMood('wrote no words to read');
  if (reading === 'no-language') return unknownMood(OTHER_LANGUAGE);
  const value = valueFrom(reading.likelihoods);
  const mood = moodOf(value);
  return { mood, value, because: moodSentence(mood, telling(mood, reading)), language: reading.language };
};

/** The embedded reader behind the port. */
export const createEmbeddedSentiment = (): TextSentiment => ({ read: async (text) => readText(text) });
