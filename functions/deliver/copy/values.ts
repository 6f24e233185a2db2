/**
 * What a template prints never meets the Markdown parser: a mark of two private-use characters takes its place, and
 * the value is put in once the structure is known. So a first name cannot become a link, a heading or HTML.
 */
const MARK = /\uE000(\d+)\uE001/g;
const PRIVATE = /[\uE000\uE001]/g;
const ANY_PRIVATE = /[\uE000\uE001]/;
/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

const literal = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(literal).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Template text without characters that could pass for a mark. */
export const withoutMarks = (source: string): string => source.replace(PRIVATE, '');

/** Keeps a value and answers the mark that stands for it. */
export const hold = (value: unknown, values: string[]): string => {
  // What `capture` kept already has marks in it: those that are ours are put in first.
  const text = typeof value === 'string' ? fill(value, values) : literal(value);
  if (text === '') return '';
  values.push(ANY_PRIVATE.test(text) ? withoutMarks(text) : text);
  return `\uE000${values.length - 1}\uE001`;
};

/** The text with each mark replaced by its value, as `print` writes it. */
export const fill = (text: string, values: string[], print: (value: string) => string = (value) => value): string =>
  text.includes('\uE000') ? text.replace(MARK, (_, index: string) => print(values[Number(index)] ?? '')) : text;

/** Most lines have none of what is replaced in them. */
const PLAIN_LINE = /^[ -~]*$/;

/** One line: for subjects, and for values within a paragraph. */
export const oneLine = (value: string): string =>
  PLAIN_LINE.test(value) ? value : value.replace(/[\r\n\t\u2028\u2029]+/g, ' ').replace(UNSEEN, '');

/** Lines are kept: for what a person reads as it was written. */
export const manyLines = (value: string): string =>
  value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replace(UNSEEN, ''))
    .join('\n');
