import { Document, Scalar, stringify, visit } from 'yaml';
import type { Value } from './operation.ts';

/** So long a value may be that stands on the line of its key. */
const SHORT = 90;

const isHolder = (value: Value): value is Value[] | { [key: string]: Value } =>
  typeof value === 'object' && value !== null;

/** A line break inside a text is written as one sign, so that the value stays on its line. */
const onOneLine = (document: Document): Document => {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document;
};

/** A value on one line, as it may stand inside braces. */
export const flowText = (value: Value, quotes?: Scalar.Type): string => {
  const document = onOneLine(new Document([value]));
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (key, node) => {
      if (quotes && key !== 'key' && typeof node.value === 'string') node.type = quotes;
    },
  });
  return document.toString({ lineWidth: 0 }).trim().slice(1, -1).trim();
};

const blockScalar = (value: Value, quotes?: Scalar.Type): string => {
  const document = onOneLine(new Document(value));
  const { contents } = document;
  if (quotes && contents instanceof Scalar && typeof contents.value === 'string') contents.type = quotes;
  return stringify(document, { lineWidth: 0 }).trim();
};

/** A value behind `key: `, on that line. */
export const inlineText = (value: Value, quotes?: Scalar.Type): string =>
  isHolder(value) ? flowText(value) : blockScalar(value, quotes);

const keyText = (key: string): string => blockScalar(key);

/** Values and short facts stand on their line, steps below. */
const isInline = (value: Value): boolean => {
  if (!isHolder(value)) return true;
  const inner = Object.values(value);
  if (inner.length === 0) return true;
  const isPlain = Array.isArray(value)
    ? value.every((item) => !isHolder(item))
    : inner.every((item) => !isHolder(item) || (!Array.isArray(item) && isInline(item)));
  return isPlain && flowText(value).length <= SHORT;
};

/** The lines of a value below its key, seen from the first column. */
const blockLines = (value: Value): string[] => {
  if (!isHolder(value) || Object.keys(value).length === 0) return [inlineText(value)];
  if (Array.isArray(value)) return value.flatMap((item) => hung('- ', itemLines(item)));
  return Object.entries(value).flatMap(([key, inner]) => pairLines(key, inner));
};

/** The lines of a value below its key, none where it stands on the line of the key. */
export const linesBelow = (value: Value): string[] => (isInline(value) ? [] : indented(blockLines(value), 2));

/** A key and its value. */
export const pairLines = (key: string, value: Value): string[] => {
  const below = linesBelow(value);
  return below.length === 0 ? [`${keyText(key)}: ${inlineText(value)}`] : [`${keyText(key)}:`, ...below];
};

/** An item of a list, without its dash: a map is written out, however short. */
const itemLines = (item: Value): string[] => blockLines(item);

/** An item of a list with its dash. */
export const listItem = (item: Value): string[] => hung('- ', itemLines(item));

const hung = (mark: string, [first = '', ...rest]: string[]): string[] => [
  mark + first,
  ...indented(rest, mark.length),
];

export const indented = (lines: readonly string[], columns: number): string[] =>
  lines.map((line) => (line === '' ? line : ' '.repeat(columns) + line));
