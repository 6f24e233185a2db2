const NUMERAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/** A text; an id that is a number too, digit for digit. One that lost digits on its way would be somebody else's. */
export const readText = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' ? value : undefined;
};

/** A number, also one that is written as text. What is larger has lost digits, and would carry sums out of all bounds. */
export const readNumber = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && NUMERAL.test(value) ? Number(value) : value;
  return typeof number === 'number' && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
};

const BOOLEANS = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

/** True or false, also as text, and as databases write it: 1 and 0. */
export const readBoolean = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : BOOLEANS.get(readText(value)?.toLowerCase());

/** One of the words, whether its letters are small or capital. */
export const readWord = (value: unknown, words: readonly string[]): string | undefined => {
  const text = readText(value);
  if (text === undefined || words.includes(text)) return text;
  const alike = words.filter((word) => word.toLowerCase() === text.toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
};
