/** Fewer words than this may be anybody's. */
const FEWEST_WORDS = 5;
/** One sentence like one of ours may be the customer's own; this many are our message. */
const FEWEST_SENTENCES = 2;

/** Stands for what a template prints. */
const VALUE = '\u0000';
/** In characters. */
const LONGEST_VALUE = 80;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The sentences of a template, as a reader sees them: without tags and marks of Markdown, values left open. */
const sentencesOf = (template: string): string[] =>
  template
    .replace(/\{\{[\s\S]*?\}\}/g, VALUE)
    .replace(/\{%[\s\S]*?%\}/g, '\n\n')
    .replace(/\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?/g, '$1')
    .replace(/[*_#>`]/g, ' ')
    .split(/(?<=[.!?])\s+|\n\s*\n|\n\s*[-+]\s/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length >= FEWEST_WORDS);

const small = (sign: string): string => {
  const one = sign.toLowerCase();
  return one.length === sign.length ? one : sign;
};

/**
 * A text of the same length in small letters, with a space for whatever is neither letter, number nor the end of a line:
 * patterns that tell these apart by Unicode take V8 seconds to compile.
 */
const plain = (text: string): string => {
  const spaced = text.replace(/[^\p{L}\p{N}\n]/gu, (sign) => ' '.repeat(sign.length));
  const lower = spaced.toLowerCase();
  return lower.length === spaced.length ? lower : Array.from(spaced, small).join('');
};

/** The words in their order, however a mail program wraps and marks them. */
const patternOf = (sentence: string): string => {
  const part = (text: string) => wordsIn(plain(text)).join('[ \\n]{1,6}');
  const value = `[^\\n]{1,${LONGEST_VALUE}}?`;
  return sentence.split(VALUE).map(part).filter(Boolean).join(value);
};

/** Finds sentences in what `plain` makes of a text. */
const alternatives = (sentences: string[]): RegExp | undefined => {
  const patterns = [...new Set(sentences.map(patternOf))].toSorted((one, two) => two.length - one.length);
  if (patterns.length === 0) return undefined;
  return new RegExp(`(?<![^ \\n])(?:${patterns.join('|')})(?![^ \\n])`, 'g');
};

/** A text without what a pattern finds in it and the sign that ends that, and what it found. */
const without = (text: string, pattern: RegExp): { rest: string; gone: string[] } => {
  const rest: string[] = [];
  const gone: string[] = [];
  let from = 0;
  for (const { index, 0: words } of plain(text).matchAll(pattern)) {
    const end = index + words.length;
    gone.push(words);
    rest.push(text.slice(from, index));
    from = /[.!?:]/.test(text.charAt(end)) ? end + 1 : end;
  }
  return { rest: [...rest, text.slice(from)].join(' '), gone };
};

/** So many words a sentence of ours begins with, wherever it stands in a text. */
const FIRST = 3;

const beginOf = (words: string[], from: number): string => words.slice(from, from + FIRST).join(' ');

/** Whether a text may have enough sentences that begin with these words: most have none, and are not searched further. */
const createMayHold = (sentences: string[]): ((text: string) => boolean) => {
  const begins = new Set(sentences.map((sentence) => beginOf(wordsIn(plain(sentence)), 0)));
  return (text) => {
    const words = wordsIn(plain(text));
    let hits = 0;
    for (let from = 0; from + FEWEST_WORDS <= words.length; from++) {
      if (begins.has(beginOf(words, from)) && ++hits === FEWEST_SENTENCES) return true;
    }
    return false;
  };
};

/** A text without what we sent, where somebody's mail program gives that back without saying so. */
export const createWithoutOurs = (templates: string[]): ((text: string) => string) => {
  const sentences = templates.flatMap(sentencesOf);
  const whole = sentences.filter((sentence) => !sentence.includes(VALUE));
  const mayHold = createMayHold(whole);
  const readyPatterns = (): { fixed: RegExp | undefined; open: RegExp | undefined } => ({
    fixed: alternatives(whole),
    open: alternatives(sentences.filter((sentence) => sentence.includes(VALUE))),
  });
  let patterns: ReturnType<typeof readyPatterns> | undefined;
  return (text) => {
    if (!mayHold(text)) return text;
    patterns ??= readyPatterns();
    const { fixed, open } = patterns;
    if (!fixed) return text;
    const { rest, gone } = without(text, fixed);
    const distinct = new Set(gone.map((sentence) => wordsIn(sentence).join(' ')));
    if (distinct.size < FEWEST_SENTENCES) return text;
    return open ? without(rest, open).rest : rest;
  };
};
