import type { Language } from '../../../language/catalogue/languages.ts';
import { hashed, KINDS, MOST_BITS, mixed, PAIRS, WORDS } from './hash.ts';
import { createShape } from './shape.ts';
import { LOUD, sentencesOf, type Token } from './tokens.ts';

/** Where the features of a text are in a table of weights, and how much each counts; their squares add up to 1. */
export interface Features {
  at: number[];
  value: number[];
  /** So many of them are of what is said; those behind are of how loud it is said, which tells only how much is felt. */
  wordFeatures: number;
}

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
/** A text has fewer features than so many for each of its characters, and half of the slots stay free. */
const SLOTS_A_CHARACTER = 8;
const FEWEST_SLOTS = 1024;
/** Where in the features of a text a place is, from 1 on: used again and again, and all 0 between two texts. Small, so that it stays in the cache. */
let slots = new Int32Array(1 << 15);

/** One less than the number of slots for a text, which is a power of two. */
const maskFor = (text: string): number => {
  let size = FEWEST_SLOTS;
  while (size < text.length * SLOTS_A_CHARACTER) size *= 2;
  if (slots.length < size) slots = new Int32Array(size);
  return size - 1;
};

const [ONLY, FIRST, MIDDLE, END] = [0, 1, 2, 3] as const;

const placeOf = (number: number, all: number): number =>
  all === 1 ? ONLY : number === 0 ? FIRST : number === all - 1 ? END : MIDDLE;

/** Where what counts begins in a sentence: at a "but", or after what it concedes first; -1 where nothing is conceded. */
const turnOf = (sentence: Token[]): number => {
  const concedes = sentence[0]?.concedes || (sentence[0]?.word === 'even' && sentence[1]?.concedes);
  const comma = concedes ? sentence.findIndex(({ word }) => word === ',') : -1;
  return comma > 0 ? comma : sentence.findIndex(({ turns }, index) => index > 0 && turns);
};

/** The words of a text, pairs of them, letters in them and how it is put as places in a table of `1 << bits`. */
export const featuresOf = (text: string, language: Language, bits: number): Features => {
  const shift = 32 - bits;
  const mask = maskFor(text);
  const at: number[] = [];
  const value: number[] = [];
  const addAt = (place: number, by: number): void => {
    let slot = place & mask;
    for (let index = slots[slot]!; index > 0; index = slots[slot]!) {
      if (at[index - 1] === place) {
        value[index - 1]! += by;
        return;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = at.push(place);
    value.push(by);
  };
  const add = (hash: number, by: number): void => addAt(mixed(hash) >>> shift, by);
  const marks = new Map<string, number>();
  const sentences = sentencesOf(text, language);
  const shape = language === 'en' ? createShape(add) : undefined;
  for (const [number, sentence] of sentences.entries()) {
    const last = number === sentences.length - 1 && sentences.length > 1 ? LAST : 1;
    const turn = turnOf(sentence);
    let reach = 0;
    let previous = hashed('^', PAIRS);
    let before = hashed('^^', PAIRS);
    let kindBefore = hashed('^', KINDS);
    for (const [index, token] of sentence.entries()) {
      const { word, negates, kind } = token;
      const negated = reach > 0;
      reach = negates ? REACH : word === ',' ? 0 : reach - 1;
      if (word === ',') continue;
      if (word === LOUD || word.startsWith('!')) {
        marks.set(word[0]!, (marks.get(word[0]!) ?? 0) + word.length);
        continue;
      }
      const weight = last * (turn < 0 ? 1 : index < turn ? BEFORE_TURN : AFTER_TURN);
      add(negated ? token.hashNegated : token.hash, WORD * weight);
      add(hashed(word, hashed(' ', previous)), PAIR * weight);
      add(hashed(word, hashed(' _ ', before)), AROUND * weight);
      before = previous;
      previous = token.hashInPair;
      const term = kind ? (negated ? `${kind}!` : kind) : word;
      const kindNow = negated ? token.hashOfKindNegated : token.hashOfKind;
      if (kind) add(kindNow, KIND * weight);
      add(hashed(term, hashed(' ', kindBefore)), KIND * weight);
      kindBefore = kindNow;
      for (const letter of token.letters) addAt(letter >>> (MOST_BITS - bits), LETTERS * weight);
      shape?.word(token, weight);
    }
    shape?.sentence(placeOf(number, sentences.length));
  }
  shape?.text();
  slots.fill(0, 0, mask + 1);
  let squares = 0;
  for (let index = 0; index < value.length; index += 1) {
    squares += value[index]!;
    // Said twice tells more, but not twice as much.
    value[index] = Math.sqrt(value[index]!);
  }
  const norm = Math.sqrt(squares) || 1;
  for (let index = 0; index < value.length; index += 1) value[index]! /= norm;
  const wordFeatures = at.length;
  // How loud it is said is beside what is said, and takes nothing from that.
  for (const [mark, count] of marks) {
    at.push(mixed(hashed(mark, WORDS)) >>> shift);
    value.push(MARK * Math.sqrt(count));
  }
  return { at, value, wordFeatures };
};
