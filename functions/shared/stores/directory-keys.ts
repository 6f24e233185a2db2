import { plainAddress } from '../../../core/customer/model/address-mark.ts';
import { NAMES } from '../../../core/customer/model/known-by.ts';
import type { FoundBy } from './directory.ts';

/** What a person is filed under. */
export interface Entry {
  by: Exclude<FoundBy, 'id'>;
  /** By the beginning of which they are found. */
  key: string;
}

/** Entries that begin so; of those with several words the person has all of them. */
export interface Question extends Entry {
  words: string[];
}

/** Less than this finds nobody: it would be half of all people. */
export const SHORTEST = 2;
/** Characters of an entry, and words of a name. */
const LONGEST = 100;
const MOST_WORDS = 6;
/** Digits of a telephone number by which somebody is looked for. */
const FEWEST_DIGITS = 4;

/** A text without case and accents, as names are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');

/** Words of names, folded, each once. */
export const wordsOf = (text: string): string[] => {
  const words = folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST));
};

/** Digits from the last to the first: whoever looks for a number may leave out its country. */
const reversed = (phone: string): string => [...phone.replace(/\D/g, '')].reverse().join('').slice(0, LONGEST);

/** All words of a person's names. */
export const wordsKnown = (attributes: Readonly<Record<string, string>>): string[] =>
  wordsOf(NAMES.map((name) => attributes[name] ?? '').join(' '));

/** What a customer is filed under who is known by these attributes. A word of one letter is none. */
export const entriesOf = (attributes: Readonly<Record<string, string>>): Entry[] => {
  const { email, phone } = attributes;
  const digits = phone === undefined ? '' : reversed(phone);
  const address = email === undefined ? '' : plainAddress(email).slice(0, LONGEST);
  return [
    ...(address.length < SHORTEST ? [] : [{ by: 'email' as const, key: address }]),
    ...(digits.length < FEWEST_DIGITS ? [] : [{ by: 'phone' as const, key: digits }]),
    ...wordsKnown(attributes).flatMap((key) => (key.length < SHORTEST ? [] : [{ by: 'name' as const, key }])),
  ];
};

const isPhone = (text: string): boolean => /^[+\d][\d\s()./-]*$/.test(text);

/** What somebody looks for who writes this: an address, a number, or words of a name. */
export const questionOf = (text: string): Question | undefined => {
  const query = text.trim();
  if (query.includes('@')) {
    const key = plainAddress(query).slice(0, LONGEST);
    return key.length < SHORTEST ? undefined : { by: 'email', key, words: [] };
  }
  if (isPhone(query)) {
    // 0171 2345678 and 0049 171 2345678 are the end of +49 171 2345678.
    const key = reversed(query.replace(/^(00|0|\+)/, ''));
    return key.length < FEWEST_DIGITS ? undefined : { by: 'phone', key, words: [] };
  }
  const words = wordsOf(query);
  const key = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  return key.length < SHORTEST ? undefined : { by: 'name', key, words };
};

/** Whether somebody with these words of names is meant: each word is the beginning of one of theirs. */
export const isMeant = (question: Question, words: readonly string[]): boolean =>
  question.words.every((prefix) => words.some((word) => word.startsWith(prefix)));
