/** What somebody wrote about a theme. */
export interface ThemeRead {
  theme: string;
  /** The sentence that speaks of it. */
  quote: string;
}

/** Themes, each with the words and phrases by which it is known; `*` stands for any letters. */
export type Themes = Readonly<Record<string, readonly string[]>>;

/** Small letters without accents and digits, one blank between words. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const LETTERS = '[\\p{L}\\p{N}]*';

/** Whole words and phrases. */
const patternOf = (entries: readonly string[]): RegExp | undefined => {
  const nonBlank = entries.filter((entry) => plain(entry) !== '');
  if (nonBlank.length === 0) return undefined;
  const any = nonBlank.map((entry) => entry.split('*').map(plain).join(LETTERS)).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'u');
};

const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.!?。！？…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** A way to find the themes that a text speaks of, each with the first sentence that does. Made ready by the first text. */
export const createThemeReader = (themes: Themes = {}): ((text: string) => ThemeRead[]) => {
  let patterns: [theme: string, pattern: RegExp][] | undefined;
  return (text) => {
    patterns ??= Object.entries(themes).flatMap(([theme, entries]): [string, RegExp][] => {
      const pattern = patternOf(entries);
      return pattern ? [[theme, pattern]] : [];
    });
    if (patterns.length === 0) return [];
    const sentences = sentencesIn(text).map((quote) => ({ quote, words: plain(quote) }));
    return patterns.flatMap(([theme, pattern]) => {
      const sentence = sentences.find(({ words }) => pattern.test(words));
      return sentence ? [{ theme, quote: sentence.quote }] : [];
    });
  };
};
