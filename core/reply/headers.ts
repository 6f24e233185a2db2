import { anyOf } from './languages.ts';

const header = (...parts: string[]): RegExp => new RegExp(`^(${parts.join('|')})\\s?[:：]`, 'iu');

const FROM = header(anyOf('from'));
const TELLING = header(anyOf('sent'), anyOf('subject'));
const ANY = header(anyOf('from'), anyOf('sent'), anyOf('subject'), anyOf('other'));
const ADDRESS = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/;
/** Of a line that goes on for ever its first address is looked for in so much: the search takes the square of it. */
const LOOKED_AT = 1000;
const hasAddress = (line: string): boolean => ADDRESS.test(line.slice(0, LOOKED_AT));

/** Headers of a block stand within so many lines, blank ones among them. */
const WITHIN = 8;

/**
 * Whether the headers of a message stand here, as Outlook and Apple Mail set them over it. A customer too may write
 * "From: London, To: Paris": so an address counts in the line itself, a subject or a time of sending below it.
 */
export const isHeaderBlock = (lines: string[], at: number): boolean => {
  const first = lines[at];
  if (first === undefined || !FROM.test(first)) return false;
  if (hasAddress(first)) return true;
  for (const line of lines.slice(at + 1, at + WITHIN)) {
    if (line === '') continue;
    if (!ANY.test(line)) return false;
    if (TELLING.test(line) || hasAddress(line)) return true;
  }
  return false;
};
