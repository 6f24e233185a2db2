import { remembered } from '../remembered.ts';

/** A sentence as words: lower case, contractions written out, a comma as a word of its own. */
export interface Sentence {
  words: string[];
  /** Word by word: as written, for quoting. */
  originals: string[];
  /** Word by word: in capitals, in a text that is not all in capitals. */
  shouted: boolean[];
  /** Emoji and emoticons in it or right after it. */
  faces: string[];
  exclamations: number;
  questions: number;
}

const FACE = String.raw`[<>]?[:;=8xX]['’]?[-o^]?(?:[)\](\[dDpP/\\|oO*3]+)(?![\p{L}\p{N}])|<\/?3+|\^_*\^|-_+-|D:|\p{Extended_Pictographic}️?(?:\p{Emoji_Modifier})?`;
const TOKEN = new RegExp(
  String.raw`(${FACE})|([\p{L}\p{M}]+(?:['’][\p{L}]+)*|\d+(?:st|nd|rd|th)\b|\d[\d.,:/]*\d|\d)|([.!?…]+|\n|;)|([,:–—()-])`,
  'gu',
);

const WHOLE: Record<string, string[]> = {
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  wont: ['will', 'not'],
  "won't": ['will', 'not'],
  "can't": ['can', 'not'],
  "ain't": ['is', 'not'],
  aint: ['is', 'not'],
  "let's": ['let', 'us'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
  u: ['you'],
  ur: ['your'],
  pls: ['please'],
  plz: ['please'],
  'no-one': ['no', 'one'],
};
for (const verb of 'do does did is are was were has have had could would should'.split(' '))
  WHOLE[`${verb}nt`] = [verb, 'not'];

const ENDINGS: [string, string][] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'d", 'would'],
  ["'m", 'am'],
];
const IS = new Set([
  'it',
  'that',
  'this',
  'there',
  'here',
  'what',
  'who',
  'how',
  'he',
  'she',
  'where',
  'everything',
  'nothing',
  'nobody',
]);

/** Marks that are given, as words: "10/10". */
const MARKS: Record<string, string[]> = {
  '5/5': ['top', 'marks'],
  '9/10': ['top', 'marks'],
  '10/10': ['top', 'marks'],
  '0/5': ['zero', 'stars'],
  '1/5': ['one', 'star'],
  '0/10': ['zero', 'stars'],
  '1/10': ['one', 'star'],
};
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five'];

/** "didn't" → did not; "soooo" → soo; "3" → #. */
const spelled = (token: string): string[] => {
  const word = token
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word]!;
  if (Object.hasOwn(MARKS, word)) return MARKS[word]!;
  if (/^\d/.test(word)) return [/[a-z]$/.test(word) ? word : '#'];
  for (const [ending, expansion] of ENDINGS)
    if (word.endsWith(ending)) return [word.slice(0, -ending.length), expansion];
  if (word.endsWith("'s")) return IS.has(word.slice(0, -2)) ? [word.slice(0, -2), 'is'] : [word.slice(0, -2)];
  return [word.replaceAll("'", '')];
};

/** The number of stars that are given: which it is tells all. */
const countStars = (sentence: Sentence): void => {
  const { words, originals } = sentence;
  if (words.at(-1) !== 'star' && words.at(-1) !== 'stars') return;
  const at = words.length - 2;
  if (words[at] === '#') words[at] = COUNTS[Number(originals[at])] ?? '#';
};

const empty = (): Sentence => ({ words: [], originals: [], shouted: [], faces: [], exclamations: 0, questions: 0 });

const isShouted = (token: string): boolean =>
  token.length > 1 && /\p{Lu}/u.test(token) && token === token.toUpperCase();

/** What a word comes to as it is written. */
const wordOf = remembered((token) => ({ words: spelled(token), isShouted: isShouted(token) }));

/** A text as sentences; a face belongs to the sentence before it. */
export const sentencesOf = (text: string): Sentence[] => {
  const all: Sentence[] = [];
  let now = empty();
  let closed = false;
  let words = 0;
  let shouting = 0;
  const close = () => {
    if (now.words.length + now.faces.length > 0) all.push(now);
    now = empty();
    closed = false;
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, face, word, stop, pause] = match;
    if (word !== undefined) {
      if (closed) close();
      words += 1;
      const spelling = wordOf(word);
      if (spelling.isShouted) shouting += 1;
      for (const each of spelling.words) {
        now.words.push(each);
        now.originals.push(word);
        now.shouted.push(spelling.isShouted);
      }
      countStars(now);
    } else if (face !== undefined) now.faces.push(face);
    else if (stop !== undefined) {
      now.exclamations += stop.split('!').length - 1;
      now.questions += stop.split('?').length - 1;
      closed = true;
    } else if (pause !== '-' && now.words.length > 0 && !closed) {
      now.words.push(',');
      now.originals.push(',');
      now.shouted.push(false);
    }
  }
  close();
  if (shouting > words * 0.6) for (const sentence of all) sentence.shouted.fill(false);
  return all;
};

/** Most words begin with a plain letter, which takes no pattern to see. */
const hasLetter = (word: string): boolean => (word[0]! >= 'a' && word[0]! <= 'z') || /\p{L}/u.test(word);

/** The words with a letter in them. */
export const wordsOf = (sentences: Sentence[]): string[] => sentences.flatMap(({ words }) => words.filter(hasLetter));

/** Whether there is a word or a face to read. */
export const isWritten = (sentences: Sentence[]): boolean =>
  sentences.some(({ words }) => words.some(hasLetter)) || sentences.some(({ faces }) => faces.length > 0);
