import { LANGUAGES, type Language } from '../../../language/catalogue/languages.ts';
import { isEnglishWord, isEnglish as isPlainEnglish } from '../english/language.ts';
import { remembered } from '../remembered.ts';
import { COMMON_WORDS } from './common-words.ts';
import { KIND_OF } from './lexicon/kinds.ts';
import { OTHER_WORDS, OWN_ENDINGS, SMALL_WORDS } from './words.ts';

type Candidate = { language: Language | undefined; words: Set<string> };

const CANDIDATES: Candidate[] = [
  ...LANGUAGES.flatMap((language) =>
    language === 'en'
      ? []
      : [{ language, words: new Set([...SMALL_WORDS[language], ...COMMON_WORDS[language].trim().split(/\s+/)]) }],
  ),
  ...OTHER_WORDS.map((words) => ({ language: undefined, words: new Set(words) })),
];

/** By word: which candidates have it. */
const BY_WORD = new Map<string, number[]>();
for (const [at, { words }] of CANDIDATES.entries())
  for (const word of words) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), at]);

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;
/** Elided articles stand by themselves: "l'ordine", "d'une". */
const ELIDED = /^(l|d|j|m|t|s|c|n|qu|un|all|dell|nell|sull|dall|quest)['’]/;
/** Of the words so many have to be small words of the language. */
const LEAST_SHARE = 0.2;
/** So far ahead of the next language, shared words counted for both. */
const AHEAD = 1.15;
/** English is spoken beside every other: it has to be far ahead. */
const FAR_AHEAD = 2;
const FEWEST = 2;
/** A short word is in too many lexicons. */
const LONG = 5;
/** English has few words with endings: so many of a text are small or common. */
const ENGLISH_SHARE = 0.2;

const endingsOf = (word: string): Language[] =>
  OWN_ENDINGS.flatMap(([language, ending]) => (ending.test(word) ? [language] : []));

/** Which candidates have a word: as one of their small or common ones, by its ending, or else in their lexicon of moods. */
const candidatesOf = remembered((word): number[] => {
  const having = BY_WORD.get(word);
  if (having) return having;
  const byEnding = endingsOf(word);
  if (byEnding.length > 0) return byEnding.map((language) => CANDIDATES.findIndex((one) => one.language === language));
  if (word.length < LONG) return [];
  return [...CANDIDATES.keys()].filter((at) => {
    const { language } = CANDIDATES[at]!;
    return language !== undefined && KIND_OF[language](word) !== undefined;
  });
});

const withoutArticle = remembered((word) => {
  const elided = ELIDED.exec(word);
  const whole = word.replace(/['’]/g, '');
  return elided && !BY_WORD.has(whole) ? word.slice(elided[0].length) : whole;
});

const wordsIn = (text: string): string[] => (text.toLowerCase().match(WORD) ?? []).map(withoutArticle);

/** The language by small words; undefined where it may be another, or none is clear. */
const bySmallWords = (text: string): Language | undefined => {
  const words = wordsIn(text);
  const scores = new Float64Array(CANDIDATES.length);
  const own = new Float64Array(CANDIDATES.length);
  let english = 0;
  for (const word of words) {
    const isEnglish = isEnglishWord(word);
    const having = isEnglish ? (BY_WORD.get(word) ?? []) : candidatesOf(word);
    if (isEnglish) english += 1 / (having.length + 1) + 0.5;
    for (const at of having) {
      // A word that many have tells little.
      scores[at]! += 1 / (having.length + Number(isEnglish)) + 0.5;
      own[at]! += isEnglish ? 0.5 : 1;
    }
  }
  const [best = 0, next = 0] = [...scores.keys()].sort((one, two) => scores[two]! - scores[one]!);
  const { language } = CANDIDATES[best]!;
  if (english >= scores[best]! * FAR_AHEAD)
    return english >= Math.max(1.5, words.length * ENGLISH_SHARE) ? 'en' : undefined;
  if (own[best]! < Math.max(FEWEST, words.length * LEAST_SHARE)) return undefined;
  return scores[best]! >= Math.max(scores[next]!, english) * AHEAD ? language : undefined;
};

/** The language that a text is in, of those that can be read; undefined where that is not certain. `words` are as the English reader has them. */
export const languageOf = (text: string, words: string[]): Language | undefined =>
  isPlainEnglish(words) ? 'en' : bySmallWords(text);

/** Whether a text is English, for who asks about no other language. */
export const isEnglish = (text: string, words: string[]): boolean => languageOf(text, words) === 'en';
