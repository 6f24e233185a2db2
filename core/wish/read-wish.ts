import { ownWords } from '../sentiment/clean.ts';
import { COURTESY, START, STOP, STOP_ALL } from './keywords.ts';
import { DENIAL, EVERYTHING, LANGUAGES } from './phrases.ts';
import { plainWords } from './plain-words.ts';

/** What a reply asks of us: no more of what it answers, no more at all by this way, or again by this way. */
export type Wish = 'leave' | 'leave-all' | 'return';

export interface ReadWish {
  wish: Wish;
  /** It is a word alone: no sentence that says how they feel. */
  alone: boolean;
}

const WORDS: readonly (readonly [ReadonlySet<string>, Wish])[] = [
  [STOP_ALL, 'leave-all'],
  [STOP, 'leave'],
  [START, 'return'],
];

/** Such a word has no more words around it than this. */
const MOST_WORDS = 6;

/** The word that stands alone, once or more than once, whatever courtesy is around it. */
const wordAlone = (plain: string): Wish | undefined => {
  const all = plain.replaceAll('.', ' ').split(' ').filter(Boolean);
  if (all.length === 0 || all.length > MOST_WORDS) return undefined;
  const rest = all.filter((word) => !COURTESY.has(word));
  for (const [words, wish] of WORDS) {
    const isAlone = [all, rest].some((part) => part.length > 0 && words.has(part.join('')));
    if (isAlone || (rest.length > 0 && rest.every((word) => words.has(word)))) return wish;
  }
  return undefined;
};

const inSentence = (plain: string): Wish | undefined => {
  const padded = `${plain} .`;
  /** What is denied reaches to the end of the part of the sentence. */
  const isDenied = (end: number): boolean => DENIAL.test(padded.slice(0, end));
  const asks = (pattern: RegExp, isBare: boolean): boolean => {
    const match = pattern.exec(padded);
    return match !== null && !isDenied(match.index + (isBare ? match[0].length : 0));
  };
  if (LANGUAGES.some(({ all }) => asks(all, false))) return 'leave-all';
  if (!LANGUAGES.some(({ bare }) => bare && asks(bare, true))) return undefined;
  return EVERYTHING.test(padded) ? 'leave-all' : 'leave';
};

/** What somebody's own words in a reply ask of us, if they ask for this; quotations and signatures are not theirs. */
export const readWish = (text: string): ReadWish | undefined => {
  const plain = plainWords(ownWords(text));
  const word = wordAlone(plain);
  if (word) return { wish: word, alone: true };
  const wish = inSentence(plain);
  return wish && { wish, alone: false };
};
