import { isCollection, isMap, isSeq, type YAMLSeq } from 'yaml';
import { movedTo, placeOf } from './apply.ts';
import { setField } from './field.ts';
import {
  afterColon,
  columnOf,
  flowAbove,
  lineEnd,
  nodeAt,
  pairOf,
  parse,
  type Region,
  regionsOf,
  startOf,
} from './layout.ts';
import { EditRefused, type Path, type Value } from './operation.ts';
import { unfolded } from './unfold.ts';
import { indented, listItem } from './write.ts';

const seqAt = (text: string, path: Path): YAMLSeq | undefined => {
  const node = nodeAt(parse(text), path);
  return isSeq(node) ? node : undefined;
};

const block = (lines: readonly string[], column: number): string => `${indented(lines, column).join('\n')}\n`;

/** Writes the first item of a list that is empty, or not there. */
const begin = (text: string, path: Path, lines: readonly string[]): string => {
  const holder = nodeAt(parse(text), path.slice(0, -1));
  const key = path.at(-1);
  const pair = isMap(holder) && key !== undefined ? pairOf(holder, key) : undefined;
  if (!pair) return begin(setField(text, path, []), path, lines);
  const colon = afterColon(text, pair);
  const after = isCollection(pair.value) ? (pair.value.range?.[1] ?? colon) : colon;
  const rest = text.slice(after, lineEnd(text, after)).trimEnd();
  const below = block(lines, columnOf(text, startOf(pair.key)) + 2);
  return `${text.slice(0, colon)}${rest}\n${below}${text.slice(lineEnd(text, after))}`;
};

/** Lines of an item, its dash in the first column, put into a list. */
const insertLines = (original: string, path: Path, at: number, lines: readonly string[]): string => {
  const text = unfolded(original, path);
  const seq = seqAt(text, path);
  if (!seq || seq.items.length === 0) return begin(text, path, lines);
  const regions = regionsOf(text, seq);
  const next = regions[at];
  const last = regions.at(-1);
  const place = next?.start ?? last?.end ?? 0;
  return text.slice(0, place) + block(lines, last?.column ?? 0) + text.slice(place);
};

export const insertItem = (text: string, path: Path, at: number, value: Value): string =>
  insertLines(text, path, at, listItem(value));

/** A list that lost its only item. */
const emptied = (text: string, path: Path, { start, end }: Region): string => {
  const holder = nodeAt(parse(text), path.slice(0, -1));
  const pair = isMap(holder) ? pairOf(holder, path.at(-1) ?? '') : undefined;
  if (!pair) throw new EditRefused('The list has no name');
  const colon = afterColon(text, pair);
  return `${text.slice(0, colon)} []${text.slice(colon, start)}${text.slice(end)}`;
};

/** From brackets, with the comma that belongs to it. */
const removeInside = (text: string, seq: YAMLSeq, index: number): string => {
  const range = (place: number) => (seq.items[place] as { range?: [number, number, number] } | undefined)?.range;
  const own = range(index);
  if (!own || !seq.range) throw new EditRefused('There is nothing there');
  if (seq.items.length === 1) return `${text.slice(0, seq.range[0])}[]${text.slice(seq.range[1])}`;
  const next = range(index + 1);
  const before = range(index - 1);
  const [from, to] = next ? [own[0], next[0]] : [before?.[1] ?? own[0], own[1]];
  return text.slice(0, from) + text.slice(to);
};

const itemIn = (text: string, path: Path): { seq: YAMLSeq; list: Path; index: number } => {
  const { list, index } = placeOf(path);
  const seq = seqAt(text, list);
  if (!seq || index < 0 || index >= seq.items.length)
    throw new EditRefused(`There is nothing at \`${path.join('.')}\``);
  return { seq, list, index };
};

const removeRegion = (text: string, list: Path, seq: YAMLSeq, region: Region): string =>
  seq.items.length === 1 ? emptied(text, list, region) : text.slice(0, region.start) + text.slice(region.end);

export const removeItem = (text: string, path: Path): string => {
  const { seq, list, index } = itemIn(text, path);
  if (flowAbove(parse(text), list)) return removeInside(text, seq, index);
  const region = regionsOf(text, seq)[index];
  return region ? removeRegion(text, list, seq, region) : text;
};

/** Lines of an item as they are written, seen from the column of its dash. */
const cut = (text: string, { start, end, column }: Region): string[] =>
  text
    .slice(start, end)
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line.slice(0, column).trim() === '' ? line.slice(column) : line.trimStart()));

export const moveItem = (original: string, path: Path, list: Path, at: number): string => {
  const from = placeOf(path);
  const target = movedTo({ path, list, at });
  const isSame = from.list.join('/') === target.list.join('/') && from.index === target.at;
  if (isSame) return original;
  const text = unfolded(original, path);
  const { seq, index } = itemIn(text, path);
  const region = regionsOf(text, seq)[index];
  if (!region) throw new EditRefused('There is nothing there');
  return insertLines(removeRegion(text, from.list, seq, region), target.list, target.at, cut(text, region));
};
