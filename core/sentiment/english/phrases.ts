import { COMPLAINTS } from './complaints/complaints.ts';
import { FOND } from './fond.ts';
import { HARMLESS } from './harmless.ts';
import { PRAISE } from './praise.ts';

/** Names that phrases use for sets of words. */
const SETS: Record<string, string> = {
  COUNT:
    '#/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve/fourteen/several/many/multiple/countless/few/couple/dozens',
  UNIT: 'minute/minutes/min/mins/hour/hours/hrs/day/days/night/nights/week/weeks/month/months/year/years/ages/forever',
  ORDINAL:
    'second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth/2nd/3rd/4th/5th/6th/7th/8th/9th/10th/umpteenth/nth/hundredth',
};

interface Part {
  words: Set<string>;
  beginnings: string[];
  optional: boolean;
  /** Up to so many other words may stand before it. */
  skip: number;
}

export interface Phrase {
  parts: Part[];
  /** -4 to 4; 0 for words that only look like a mood. */
  strength: number;
}

const partOf = (notation: string, skip: number): Part => {
  const optional = notation.endsWith('?');
  const words = (optional ? notation.slice(0, -1) : notation)
    .split('/')
    .flatMap((word) => SETS[word]?.split('/') ?? word);
  return {
    words: new Set(words.filter((word) => !word.endsWith('*'))),
    beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    optional,
    skip,
  };
};

const phraseOf = (line: string, strength: number): Phrase => {
  const parts: Part[] = [];
  let skip = 0;
  for (const notation of line.split(/\s+/)) {
    if (/^_\d$/.test(notation)) skip = Number(notation[1]);
    else {
      parts.push(partOf(notation, skip));
      skip = 0;
    }
  }
  return { parts, strength };
};

const phrasesOf = (lines: string, strength: number): Phrase[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => phraseOf(line, strength));

/** Phrases that begin with a word, by the words that can come next, in the order in which they are written. */
interface Beginning {
  bySecond: Map<string, Phrase[]>;
  /** Those that any word may follow. */
  others: Phrase[];
}

const beginningOf = (phrases: Phrase[]): Beginning => {
  const isOpen = ({ parts: [first, second] }: Phrase): boolean =>
    first!.skip > 0 || first!.optional || !second || second.optional || second.skip > 0 || second.beginnings.length > 0;
  const seconds = new Set(phrases.flatMap((phrase) => (isOpen(phrase) ? [] : [...phrase.parts[1]!.words])));
  const following = (word: string): Phrase[] =>
    phrases.filter((phrase) => isOpen(phrase) || phrase.parts[1]!.words.has(word));
  return { bySecond: new Map([...seconds].map((word) => [word, following(word)])), others: phrases.filter(isOpen) };
};

const NONE: Phrase[] = [];
/** Phrases by the words that they can begin with. */
const BY_FIRST = new Map<string, { phrases: Phrase[]; sorted?: Beginning }>();
for (const { lines, strength } of [
  ...Object.values(COMPLAINTS),
  ...Object.values(PRAISE),
  ...Object.values(FOND),
  { lines: HARMLESS, strength: 0 },
])
  for (const phrase of phrasesOf(lines, strength))
    for (const word of phrase.parts[0]!.words) {
      const entry = BY_FIRST.get(word);
      if (entry) entry.phrases.push(phrase);
      else BY_FIRST.set(word, { phrases: [phrase] });
    }

/** The phrases that may begin with two words. */
const phrasesFrom = (first: string, second: string | undefined): Phrase[] => {
  const entry = BY_FIRST.get(first);
  if (!entry) return NONE;
  // Sorted when a first word is first read: most never are.
  entry.sorted ??= beginningOf(entry.phrases);
  const { bySecond, others } = entry.sorted;
  return (second !== undefined && bySecond.get(second)) || others;
};

const fits = (part: Part, word: string): boolean =>
  part.words.has(word) ||
  (part.beginnings.length > 0 && part.beginnings.some((beginning) => word.startsWith(beginning)));

/** Where the parts from `index` on end when they begin at `at`, or -1. A comma is not skipped. */
const endOf = (parts: Part[], index: number, words: string[], at: number): number => {
  const part = parts[index];
  if (!part) return at;
  for (let skipped = 0; skipped <= part.skip && at + skipped < words.length; skipped += 1) {
    if (fits(part, words[at + skipped]!)) {
      const end = endOf(parts, index + 1, words, at + skipped + 1);
      if (end >= 0) return end;
    }
    if (words[at + skipped] === ',') break;
  }
  return part.optional ? endOf(parts, index + 1, words, at) : -1;
};

/** The longest phrase that begins at a word, and where it ends; of two that are as long the stronger. */
export const phraseAt = (words: string[], at: number): { end: number; strength: number } | undefined => {
  let best: { end: number; strength: number } | undefined;
  for (const { parts, strength } of phrasesFrom(words[at]!, words[at + 1])) {
    const end = endOf(parts, 0, words, at);
    const longer = end > (best?.end ?? at);
    if (longer || (end === best?.end && Math.abs(strength) > Math.abs(best.strength))) best = { end, strength };
  }
  return best;
};
