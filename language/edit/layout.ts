import {
  type Document,
  isCollection,
  isNode,
  isPair,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { EditRefused, type Path, type Value } from './operation.ts';

/** A text as YAML, its places kept. Throws EditRefused where it is none. */
export const parse = (text: string): Document => {
  const document = parseDocument(text, { version: '1.2', keepSourceTokens: true, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new EditRefused(`The YAML is broken (${error.message.split('\n', 1)[0]})`);
  return document;
};

export const plainValue = (text: string): Value => parse(text).toJS({ maxAliasCount: 100 });

export const nodeAt = (document: Document, path: Path): Node | undefined => {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
};

export const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** After the line break that ends the line. */
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

const trimmedTo = (text: string, end: number): number => {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
};

/** After the last sign of a value, comments and line breaks left aside. */
export const endOf = (text: string, node: unknown): number => {
  if (isPair(node)) return pairEnd(text, node);
  if (!isNode(node)) return 0;
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  return last === undefined ? trimmedTo(text, node.range?.[1] ?? 0) : endOf(text, last);
};

/** Just after the colon of a pair. */
export const afterColon = (text: string, pair: Pair): number => {
  const end = isNode(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
  return text.indexOf(':', end) + 1;
};

const pairEnd = (text: string, pair: Pair): number =>
  Math.max(afterColon(text, pair), isNode(pair.value) ? endOf(text, pair.value) : 0);

export const pairOf = (map: YAMLMap, key: string | number): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));

/** Whether a value is written inside braces or brackets, itself or by what it stands in. */
export const flowAbove = (document: Document, path: Path): Path | undefined => {
  for (let length = 0; length <= path.length; length++) {
    const node = nodeAt(document, path.slice(0, length));
    if (isCollection(node) && node.flow) return path.slice(0, length);
  }
  return undefined;
};

/** The lines of an item: the comments above it belong to it, and those below it that are further in than its dash. */
export interface Region {
  start: number;
  end: number;
  /** Where its dash is. */
  dash: number;
  column: number;
}

const COMMENT = /^([ \t]*)#/;

const commentAt = (text: string, at: number): number | undefined => {
  const line = text.slice(at, lineEnd(text, at));
  return COMMENT.exec(line)?.[1]?.length;
};

const dashes = (seq: YAMLSeq): number[] => {
  const token = seq.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
};

const endOfItem = (text: string, item: unknown, dash: number, column: number): number => {
  let end = lineEnd(text, Math.max(dash, endOf(text, item) - 1));
  for (let next = end; next < text.length; next = lineEnd(text, next)) {
    const indent = commentAt(text, next);
    if (indent !== undefined && indent > column) end = lineEnd(text, next);
    else if (text.slice(next, lineEnd(text, next)).trim() !== '') break;
  }
  return end;
};

const startOfItem = (text: string, dash: number, least: number): number => {
  let start = lineStart(text, dash);
  while (start > least) {
    const above = lineStart(text, start - 1);
    if (above < least || commentAt(text, above) === undefined) break;
    start = above;
  }
  return start;
};

/** Where each item of a list is written. Throws EditRefused. */
export const regionsOf = (text: string, seq: YAMLSeq): Region[] => {
  let least = lineStart(text, startOf(seq));
  while (least > 0 && commentAt(text, lineStart(text, least - 1)) !== undefined) least = lineStart(text, least - 1);
  const marks = dashes(seq);
  return seq.items.map((item, place) => {
    const dash = marks[place] ?? 0;
    const column = columnOf(text, dash);
    if (text.slice(dash - column, dash).trim() !== '') throw new EditRefused('The list begins on the line of another');
    const start = startOfItem(text, dash, least);
    const end = endOfItem(text, item, dash, column);
    least = end;
    return { start, end, dash, column };
  });
};
