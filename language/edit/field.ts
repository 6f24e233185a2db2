import { isCollection, isMap, isNode, isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import {
  afterColon,
  columnOf,
  endOf,
  flowAbove,
  lineEnd,
  lineStart,
  nodeAt,
  pairOf,
  parse,
  startOf,
} from './layout.ts';
import { EditRefused, type Path, type Value } from './operation.ts';
import { keyBefore } from './order.ts';
import { unfolded } from './unfold.ts';
import { flowText, indented, inlineText, linesBelow, pairLines } from './write.ts';

const isHolder = (value: Value): boolean => typeof value === 'object' && value !== null;

const quotesOf = (node: unknown, value: Value): Scalar.Type | undefined =>
  isScalar(node) && typeof value === 'string' && node.type?.startsWith('QUOTE') && typeof node.value === 'string'
    ? (node.type as Scalar.Type)
    : undefined;

/** Writes a value over what is there. */
const replaceValue = (text: string, pair: Pair, value: Value, isInside: boolean): string => {
  const node = pair.value;
  const colon = afterColon(text, pair);
  const isBlock = isCollection(node) ? !node.flow : isScalar(node) && node.type?.startsWith('BLOCK') === true;
  const isEmpty = !isNode(node) || node.range === undefined || node.range === null || node.range[0] === node.range[1];
  const [start, end] = isNode(node) && node.range ? [node.range[0], endOf(text, node)] : [colon, colon];
  const quotes = quotesOf(node, value);
  if (isInside) return text.slice(0, start) + flowText(value, quotes) + text.slice(Math.max(start, end));
  const below = indented(linesBelow(value), columnOf(text, startOf(pair.key)));
  const isLong = isHolder(value) && below.length > 0;
  if (!isLong && !isBlock && !isEmpty) return text.slice(0, start) + inlineText(value, quotes) + text.slice(end);
  if (!isLong && isEmpty) return `${text.slice(0, colon)} ${inlineText(value)}${text.slice(colon)}`;
  const after = isBlock ? colon : end;
  const rest = text.slice(after, lineEnd(text, after)).trimEnd();
  const head = isLong ? '' : ` ${inlineText(value)}`;
  const tail = below.map((line) => `${line}\n`).join('');
  return `${text.slice(0, colon)}${head}${rest}\n${tail}${text.slice(lineEnd(text, Math.max(colon, end - 1)))}`;
};

const addInside = (text: string, map: YAMLMap, key: string, value: Value): string => {
  const pairText = `${flowText(key)}: ${flowText(value)}`;
  const [start, end] = map.range ?? [0, 0];
  if (map.items.length === 0) return `${text.slice(0, start)}{ ${pairText} }${text.slice(end)}`;
  const keys = map.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : ''));
  const before = map.items[keyBefore(keys, key) ?? keys.length - 1];
  const place = before ? endOf(text, before) : end;
  return `${text.slice(0, place)}, ${pairText}${text.slice(place)}`;
};

const addBelow = (text: string, map: YAMLMap, key: string, value: Value): string => {
  const keys = map.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : ''));
  const before = map.items[keyBefore(keys, key) ?? keys.length - 1];
  const first = map.items[0];
  if (!before || !first) throw new EditRefused('There is nothing yet');
  const place = lineEnd(text, endOf(text, before) - 1);
  const lines = indented(pairLines(key, value), columnOf(text, startOf(first.key)));
  return `${text.slice(0, place)}${lines.join('\n')}\n${text.slice(place)}`;
};

const addField = (text: string, path: Path, value: Value): string => {
  const holderPath = path.slice(0, -1);
  const key = String(path.at(-1));
  const document = parse(text);
  const holder = nodeAt(document, holderPath);
  if (holder === undefined || (isScalar(holder) && holder.value === null)) {
    if (holderPath.length > 0) return setField(text, holderPath, { [key]: value });
    return `${text}${pairLines(key, value).join('\n')}\n`;
  }
  if (!isMap(holder)) throw new EditRefused(`\`${holderPath.join('.')}\` has no fields`);
  const inside = flowAbove(document, holderPath);
  if (!inside) return addBelow(text, holder, key, value);
  const isSteps = isHolder(value) && pairLines(key, value).length > 1;
  if (isSteps && holder.items.length > 0) return addField(unfolded(text, holderPath), path, value);
  return addInside(text, holder, key, value);
};

/** A text in which a field has a value. Throws EditRefused. */
export const setField = (text: string, path: Path, value: Value): string => {
  const document = parse(text);
  const holder = nodeAt(document, path.slice(0, -1));
  const key = path.at(-1);
  if (key === undefined) throw new EditRefused('The whole file is not a field');
  if (typeof key === 'number') return setItem(text, path, value);
  const pair = isMap(holder) ? pairOf(holder, key) : undefined;
  if (!pair) return addField(text, path, value);
  return replaceValue(text, pair, value, flowAbove(document, path.slice(0, -1)) !== undefined);
};

/** An item of a list of plain values, such as a channel. */
const setItem = (text: string, path: Path, value: Value): string => {
  const document = parse(text);
  const node = nodeAt(document, path);
  if (!node?.range) throw new EditRefused(`There is nothing at \`${path.join('.')}\``);
  if (isHolder(value) && !flowAbove(document, path))
    throw new EditRefused('An item that holds others is changed part by part');
  const replacement = flowAbove(document, path.slice(0, -1))
    ? flowText(value, quotesOf(node, value))
    : inlineText(value, quotesOf(node, value));
  return text.slice(0, node.range[0]) + replacement + text.slice(endOf(text, node));
};

/** A text without a field. */
export const unsetField = (text: string, path: Path): string => {
  const document = parse(text);
  const holder = nodeAt(document, path.slice(0, -1));
  const pair = isMap(holder) ? pairOf(holder, path.at(-1) ?? '') : undefined;
  if (!isMap(holder) || !pair) return text;
  const index = holder.items.indexOf(pair);
  const [start, end] = [startOf(pair.key), endOf(text, pair)];
  const next = holder.items[index + 1];
  if (holder.items.length === 1) return setField(text, path.slice(0, -1), {});
  if (flowAbove(document, path.slice(0, -1))) {
    const before = holder.items[index - 1];
    const [from, to] = next ? [start, startOf(next.key)] : [before ? endOf(text, before) : start, end];
    return text.slice(0, from) + text.slice(to);
  }
  const isFirstOnLine = text.slice(lineStart(text, start), start).trim() === '';
  if (isFirstOnLine) return text.slice(0, lineStart(text, start)) + text.slice(lineEnd(text, end - 1));
  // Behind a dash: the next field takes its place.
  return next ? text.slice(0, start) + text.slice(startOf(next.key)) : text;
};
