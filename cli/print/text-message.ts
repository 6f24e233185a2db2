import { measure } from '../../language/read/copy/text-message.ts';
import { listNames } from '../../language/read/yaml/lookup.ts';

const inParts = (parts: number): string => (parts === 1 ? '1 part' : `${parts} parts`);

/** What a text message costs, in words: its parts, and the signs that make it dearer. */
export const printCost = (text: string): string => {
  const { parts, encoding, costly, without } = measure(text);
  const length = `${inParts(parts)}, ${[...text].length} characters in ${encoding}`;
  if (costly.length === 0) return length;
  const saved = without < parts ? `; ${inParts(without)} without` : '';
  return `${length}, because of ${listNames(costly)}${saved}`;
};
