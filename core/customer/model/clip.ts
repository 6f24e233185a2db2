import { LIMITS } from './limits.ts';

const ELLIPSIS = '…';

/** How many bytes a text takes in the item: half of a pair alone, and what JSON escapes, take six each. */
export const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** A text of no more bytes than the item may keep. */
export const clip = (text: string, most: number = LIMITS.text): string => {
  if (text.length * 6 <= most || bytesOf(text) <= most) return text;
  let [end, bytes] = [0, Buffer.byteLength(ELLIPSIS)];
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    end += character.length;
  }
  return `${beforeLink(text, end)}${ELLIPSIS}`;
};

/** Half an address leads to nowhere: a text is not cut within one. */
const beforeLink = (text: string, end: number): string => {
  const head = text.slice(0, end);
  return /\S/.test(text.charAt(end)) ? head.replace(/https?:\/\/\S*$/i, '') : head;
};

/** A text that is one address, and nothing else. */
const isUrl = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** A text cut to so many bytes; an address is whole, or undefined. */
export const clipOrDrop = (text: string, most: number, mostOfUrl: number): string | undefined => {
  if (!isUrl(text)) return clip(text, most);
  return bytesOf(text) <= mostOfUrl ? text : undefined;
};
