import { ASKS, BESIDE, DID_NOT, NOT, PAST, QUESTION, THEY, WILL, YOU_AND_ME } from './flags.ts';
import { hashed, SEED } from './hash.ts';
import type { Token } from './tokens.ts';

/** How much each counts, beside a word. */
const SKELETON = 0.5;
const STORY = 0.5;
const SENTENCE = 1;
const WITH = 0.7;
const WHOLE = 1;

const IN_SKELETON = hashed('skeleton', SEED);
const IN_STORY = hashed('story', SEED);
const OF_SENTENCE = hashed('sentence', SEED);
const OF_TEXT = hashed('text', SEED);

const joined = (from: number, next: number): number => Math.imul(from ^ next, 16777619) ^ (from >>> 13);

/** How a sentence is put: 2 asks, 1 perhaps, 0 tells. */
const manner = (flags: number): number => (flags & QUESTION ? 2 : flags & ASKS ? 1 : 0);
const tense = (flags: number): number => (flags & PAST ? 2 : flags & WILL ? 1 : 0);
const subject = (flags: number): number => ((flags & YOU_AND_ME) === 0 ? flags & THEY : flags & YOU_AND_ME);
const denial = (flags: number): number => (flags & DID_NOT ? 2 : flags & NOT ? 1 : 0);

const START = hashed('^', SEED);
const STOP = hashed('.', SEED);
const ASKED = hashed('?', SEED);
const MOST_SENTENCES = 4;

export interface Shape {
  word: (token: Token, weight: number) => void;
  /** A sentence ends; `place` tells where in the text it stands. */
  sentence: (place: number) => void;
  text: () => void;
}

/** How a text is put, whatever it is about: the order of the parts that words play, and the kinds of its sentences. English only. */
export const createShape = (add: (hash: number, by: number) => void): Shape => {
  let [one, two, last, before] = [START, START, START, START];
  let [flags, kind, sentences, questions, past] = [0, 0, 0, 0, 0];
  const word: Shape['word'] = (token, weight) => {
    const { role } = token;
    flags |= token.word.startsWith('?') ? QUESTION : token.flags;
    add(joined(joined(joined(IN_SKELETON, two), one), role), SKELETON * weight);
    two = one;
    one = role;
    if (!token.tells) return;
    const pair = joined(IN_STORY, last);
    add(joined(pair, role), STORY * weight);
    add(joined(joined(pair, before), role), STORY * weight);
    if (role === last) return;
    before = last;
    last = role;
  };
  const sentence: Shape['sentence'] = (place) => {
    const kindBefore = kind;
    kind = manner(flags) + 3 * tense(flags) + 9 * denial(flags) + 27 * subject(flags);
    const own = joined(OF_SENTENCE, kind + 1);
    add(own, SENTENCE);
    add(joined(OF_SENTENCE, 1000 + manner(flags) + 3 * tense(flags)), SENTENCE);
    add(joined(own, 2000 + place), SENTENCE);
    for (const flag of BESIDE) if (flags & flag) add(joined(own, 30_000 + flag), WITH);
    if (sentences > 0) add(joined(own, 4000 + kindBefore), SENTENCE);
    sentences += 1;
    questions += Number(manner(flags) > 0);
    past += Number(tense(flags) === 2);
    before = last;
    last = flags & QUESTION ? ASKED : STOP;
    one = START;
    two = START;
    flags = 0;
  };
  const text: Shape['text'] = () => {
    const share = (count: number): number => (count === 0 ? 0 : count === sentences ? 2 : 1);
    const lines = Math.min(MOST_SENTENCES, sentences);
    add(joined(OF_TEXT, lines + 8 * share(questions) + 32 * share(past)), WHOLE);
    add(joined(OF_TEXT, 1000 + (kind % 3) + 4 * Number(past > 0)), WHOLE);
  };
  return { word, sentence, text };
};
