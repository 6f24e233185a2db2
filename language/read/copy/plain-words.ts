/** Copy as it is read, with the place in the source of each letter. */
export interface PlainWords {
  text: string;
  places: number[];
}

/** What is read as a space, or as nothing, and does not part a word. */
const SPACE = /[\s\u00a0\u2007\u202f]/;
const NOTHING = /[*_~`\u00ad\u200b-\u200d\ufeff]/;
const LIKE: Record<string, string> = { '\u2019': "'", '\u2018': "'", '\uff05': '%', '\ufe6a': '%', '\u2011': '-' };

/** Blanks of the same length. */
const blank = (match: string): string => ' '.repeat(match.length);

/** Liquid says nothing by itself, and the address of a link is not read. */
const unread = (text: string): string =>
  text
    .replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, blank)
    .replace(/\]\([^)]*\)/g, blank)
    .replace(/<[^>]*>/g, blank);

/** Copy without its markup, in small letters, each run of blanks as one. */
export const plainWords = (source: string): PlainWords => {
  const places: number[] = [];
  let text = '';
  let next = 0;
  for (const letter of unread(source).normalize('NFC')) {
    const place = next;
    next += letter.length;
    if (NOTHING.test(letter)) continue;
    const isSpace = SPACE.test(letter);
    if (isSpace && text.endsWith(' ')) continue;
    text += isSpace ? ' ' : (LIKE[letter] ?? letter).toLowerCase();
    while (places.length < text.length) places.push(place);
  }
  return { text, places };
};
