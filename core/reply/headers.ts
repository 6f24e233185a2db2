import { anyOf } from './languages.ts';

const header = (...parts: string[]): RegExp => new RegExp(`^(${parts.join('|')})\\s?[:：]`, 'iu');

const FROM = header(anyOf('from'));
const TELLING = header(anyOf('sent'), anyOf('subject'));
const ANY = header(anyOf('from'), anyOf('sent'), anyOf('subject'), anyOf('other'));
const ADDRESS = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/;

/** Headers of a block stand within so many lines, blank ones among them. */
const WITHIN = 8;

/**
 * Whether the headers of a message stand here, as Outlook and Apple Mail set them over it. A customer too may write
 * "From: London, To: Paris": so an address counts in the line itself, a subject or a time of sending below it.
 */
export const isHeaderBlock = (lines: string[], at: number): boolean => {
  const first = lines[at];
  if (first === undefined || !FROM.test(first)) return false;
  if (ADDRESS.test(first)) return true;
  for (const line of lines.slice(at + 1, at + WITHIN)) {
    if (line === '') continue;
    if (!ANY.test(line)) return false;
    if (TELLING.test(line) || ADDRESS.test(line)) return true;
  }
  return false;
};
