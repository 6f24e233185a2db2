import type { Language } from '../../../language/catalogue/languages.ts';
import { KIND_OF, kindOfFace } from '../languages/lexicon/kinds.ts';
import { NEGATORS, TURNS } from '../languages/turns.ts';

/** Where the features of a text are in a table of weights, and how much each counts; their squares add up to 1. */
export interface Features {
  at: number[];
  value: number[];
  /** So many of them are of what is said; those behind are of how loud it is said, which tells only how much is felt. */
  said: number;
}

const TOKEN =
  /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\d[\d.,:]*|[!?]+|[.…;\n]+|,|\p{Extended_Pictographic}|[:;=][-o^']?[()[\]DdpP/\\|*]+/gu;
const STOP = /^[.…;\n]+$/;
const REACH = 3;
/** What comes last, and what is said after a "but", weighs more; what is said before it, less. */
const LAST = 1.6;
const AFTER_TURN = 1.5;
const BEFORE_TURN = 0.6;
const WORD = 1;
const PAIR = 1;
/** Two words with any one between. */
const AROUND = 0.5;
const KIND = 1;
const MARK = 0.1;
const LETTERS = 0.1;
const SHORTEST = 3;
const LONGEST = 5;

interface Token {
  word: string;
  negated: boolean;
  weight: number;
}

/** FNV-1a, over the letters of a word, from where another hash stood. */
const hashed = (text: string, from: number): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash;
};
/** FNV leaves its low bits poorly mixed. */
const mixed = (hash: number): number => {
  const one = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const two = Math.imul(one ^ (one >>> 12), 0x297a2d39);
  return (two ^ (two >>> 15)) >>> 0;
};
const SEED = 0x811c9dc5;
const MOST_BITS = 18;
/** Sums by place: used again and again, and all 0 between two texts. */
const SUMS = new Float64Array(1 << MOST_BITS);
const WORDS = hashed('w', SEED);
const NEGATED = hashed('n', SEED);
const PAIRS = hashed('p', SEED);
const KINDS = hashed('k', SEED);

const normalized = (token: string): string =>
  /^\d/.test(token)
    ? '#'
    : token
        .toLowerCase()
        .replace(/['’]/g, '')
        .replace(/(.)\1{2,}/gu, '$1$1');

/** A word in capitals, which is said louder, has this behind it. */
const LOUD = '⇧';

const isLoud = (token: string): boolean =>
  token.length > 2 && token === token.toUpperCase() && token !== token.toLowerCase();

const sentencesOf = (text: string): string[][] => {
  const sentences: string[][] = [[]];
  for (const [token] of text.matchAll(TOKEN)) {
    if (!STOP.test(token)) sentences.at(-1)!.push(normalized(token));
    if (isLoud(token)) sentences.at(-1)!.push(LOUD);
    if (/^[.…;\n!?]/.test(token) && sentences.at(-1)!.length > 0) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
};

const tokensOf = (sentence: string[], language: Language, weight: number): Token[] => {
  const negators = NEGATORS[language];
  const turn = sentence.findIndex((word, at) => at > 0 && TURNS[language].has(word));
  let reach = 0;
  return sentence.map((word, at) => {
    const negated = reach > 0;
    if (negators.has(word)) reach = REACH;
    else reach = word === ',' ? 0 : reach - 1;
    const turned = turn < 0 ? 1 : at < turn ? BEFORE_TURN : AFTER_TURN;
    return { word, negated, weight: weight * turned };
  });
};

/** The words of a text, pairs of them and letters in them as places in a table of `1 << bits`. */
export const featuresOf = (text: string, language: Language, bits: number): Features => {
  const shift = 32 - bits;
  const kindOf = KIND_OF[language];
  const at: number[] = [];
  const add = (hash: number, value: number): void => {
    const place = mixed(hash) >>> shift;
    if (SUMS[place] === 0) at.push(place);
    SUMS[place]! += value;
  };
  const marks = new Map<string, number>();
  const sentences = sentencesOf(text);
  for (const [number, sentence] of sentences.entries()) {
    const last = number === sentences.length - 1 && sentences.length > 1 ? LAST : 1;
    let previous = hashed('^', PAIRS);
    let before = hashed('^^', PAIRS);
    let kindBefore = hashed('^', KINDS);
    for (const { word, negated, weight } of tokensOf(sentence, language, last)) {
      if (word === ',') continue;
      if (word === LOUD || word.startsWith('!')) {
        marks.set(word[0]!, (marks.get(word[0]!) ?? 0) + word.length);
        continue;
      }
      add(hashed(word, negated ? NEGATED : WORDS), WORD * weight);
      add(hashed(word, hashed(' ', previous)), PAIR * weight);
      add(hashed(word, hashed(' _ ', before)), AROUND * weight);
      before = previous;
      previous = hashed(word, PAIRS);
      const kind = kindOf(word) ?? kindOfFace(word);
      const said = kind ? `${kind}${negated ? '!' : ''}` : word;
      if (kind) add(hashed(said, KINDS), KIND * weight);
      add(hashed(said, hashed(' ', kindBefore)), KIND * weight);
      kindBefore = hashed(said, KINDS);
      if (!/^\p{L}/u.test(word)) continue;
      const padded = `_${word}_`;
      for (let from = 0; from < padded.length - SHORTEST + 1; from += 1) {
        let hash = SEED;
        for (let length = 1; length <= LONGEST && from + length <= padded.length; length += 1) {
          hash = Math.imul(hash ^ padded.charCodeAt(from + length - 1), 16777619);
          if (length >= SHORTEST) add(hash, LETTERS * weight);
        }
      }
    }
  }
  const value: number[] = [];
  let squares = 0;
  for (const place of at) {
    const sum = SUMS[place]!;
    SUMS[place] = 0;
    // Said twice tells more, but not twice as much.
    value.push(Math.sqrt(sum));
    squares += sum;
  }
  const norm = Math.sqrt(squares) || 1;
  for (let index = 0; index < value.length; index += 1) value[index]! /= norm;
  const said = at.length;
  // How loud it is said is beside what is said, and takes nothing from that.
  for (const [mark, count] of marks) {
    at.push(mixed(hashed(mark, WORDS)) >>> shift);
    value.push(MARK * Math.sqrt(count));
  }
  return { at, value, said };
};
