import { LIMITS } from './state.ts';

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
  return `${text.slice(0, end)}${ELLIPSIS}`;
};
