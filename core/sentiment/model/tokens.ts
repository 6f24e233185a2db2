import type { Language } from '../../../language/catalogue/languages.ts';
import { KIND_OF, kindOfFace } from '../languages/lexicon/kinds.ts';
import { type Role, roleOf } from '../languages/lexicon/roles.ts';
import { CONCEDES, NEGATORS, TURNS } from '../languages/turns.ts';
import { remembered } from '../remembered.ts';
import { flagsOf } from './flags.ts';
import { hashed, KINDS, MOST_BITS, mixed, NEGATED, PAIRS, SEED, WORDS } from './hash.ts';

const TOKEN =
  /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\d[\d.,:]*|[!?]+|[.…;\n]+|,|\p{Extended_Pictographic}|[:;=][-o^']?[()[\]DdpP/\\|*]+/gu;
const STOP = /^[.…;\n]+$/;
/** Of so many letters at least, and at most. English has enough messages to learn without the shortest. */
const shortestIn = (language: Language): number => (language === 'en' ? 4 : 3);
const LONGEST = 5;

/** A word in capitals, which is said louder, has this behind it. */
export const LOUD = '⇧';

const isLoud = (token: string): boolean =>
  token.length > 2 && token === token.toUpperCase() && token !== token.toLowerCase();

const normalized = (token: string): string =>
  /^\d/.test(token)
    ? '#'
    : token
        .toLowerCase()
        .replace(/['’]/g, '')
        .replace(/(.)\1{2,}/gu, '$1$1');

/** What a token comes to wherever it stands, in a language. */
export interface Token {
  /** Empty for what only ends a sentence. */
  word: string;
  isLoud: boolean;
  /** A sentence ends with it. */
  ends: boolean;
  negates: boolean;
  turns: boolean;
  /** Of English only. */
  concedes: boolean;
  kind: string | undefined;
  /** Its hash as a word, and as one that is negated; and what the pair with the next one begins with. */
  hash: number;
  hashNegated: number;
  hashInPair: number;
  /** Hash of its kind, or of itself where it has none, and of a kind that is negated. */
  hashOfKind: number;
  hashOfKindNegated: number;
  /** Of English only: a hash of the part that it plays, whether that carries the story on, and what it tells of its sentence. */
  role: number;
  tells: boolean;
  flags: number;
  /** Of the letters in it, as places in the greatest table. */
  letters: number[];
}

const lettersOf = (word: string, shortest: number): number[] => {
  if (!/^\p{L}/u.test(word)) return [];
  const padded = `_${word}_`;
  const letters: number[] = [];
  for (let from = 0; from < padded.length - shortest + 1; from += 1) {
    let hash = SEED;
    for (let length = 1; length <= LONGEST && from + length <= padded.length; length += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(from + length - 1), 16777619);
      if (length >= shortest) letters.push(mixed(hash) >>> (32 - MOST_BITS));
    }
  }
  return letters;
};

const NO_ROLE: Role = { name: '', tells: false };

const tokenIn =
  (language: Language) =>
  (token: string): Token => {
    const word = STOP.test(token) ? '' : normalized(token);
    const kind = KIND_OF[language](word) ?? kindOfFace(word);
    const role = language === 'en' ? roleOf(word, kind) : NO_ROLE;
    return {
      word,
      isLoud: isLoud(token),
      ends: /^[.…;\n!?]/.test(token),
      negates: NEGATORS[language].has(word),
      turns: TURNS[language].has(word),
      concedes: language === 'en' && CONCEDES.has(word),
      kind,
      hash: hashed(word, WORDS),
      hashNegated: hashed(word, NEGATED),
      hashInPair: hashed(word, PAIRS),
      hashOfKind: hashed(kind ?? word, KINDS),
      hashOfKindNegated: hashed(kind ? `${kind}!` : word, KINDS),
      role: hashed(role.name, SEED),
      tells: role.tells,
      flags: flagsOf(role.name),
      letters: lettersOf(word, shortestIn(language)),
    };
  };

const TOKENS = new Map<Language, (token: string) => Token>();

export const sentencesOf = (text: string, language: Language): Token[][] => {
  const tokenOf = TOKENS.get(language) ?? remembered(tokenIn(language));
  TOKENS.set(language, tokenOf);
  const loud = tokenOf(LOUD);
  const sentences: Token[][] = [];
  let now: Token[] = [];
  for (const piece of text.match(TOKEN) ?? []) {
    const token = tokenOf(piece);
    if (token.word !== '') now.push(token);
    if (token.isLoud) now.push(loud);
    if (token.ends && now.length > 0) {
      sentences.push(now);
      now = [];
    }
  }
  if (now.length > 0) sentences.push(now);
  return sentences;
};
