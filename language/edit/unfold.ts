import { isCollection, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { afterColon, columnOf, flowAbove, lineEnd, nodeAt, pairOf, parse, startOf } from './layout.ts';
import { EditRefused, type Path } from './operation.ts';
import { indented } from './write.ts';

const sourceOf = (text: string, node: unknown): string => {
  const range = (node as Partial<Node> | null)?.range;
  return range ? text.slice(range[0], range[1]) : '';
};

const pairSource = (text: string, pair: Pair): string => `${sourceOf(text, pair.key)}: ${sourceOf(text, pair.value)}`;

/** The items of a value in braces or brackets, a line each, as they are written. */
const lines = (text: string, node: Node): string[] => {
  if (isMap(node)) return node.items.map((pair) => pairSource(text, pair));
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    if (!isMap(item) || !item.flow || item.items.length === 0) return [`- ${sourceOf(text, item)}`];
    return item.items.map((pair, place) => (place === 0 ? '- ' : '  ') + pairSource(text, pair));
  });
};

const unfoldAt = (text: string, path: Path): string => {
  const document = parse(text);
  const node = nodeAt(document, path);
  const holder = nodeAt(document, path.slice(0, -1));
  const key = path.at(-1);
  if (!node?.range || key === undefined) throw new EditRefused('The whole file is in braces');
  const [start, end] = node.range;
  if (text.slice(start, end).includes('#') && text.slice(start, end).includes('\n'))
    throw new EditRefused('There are comments inside brackets');
  const rest = text.slice(end, lineEnd(text, end)).trimEnd();
  if (isMap(holder)) {
    const pair = pairOf(holder, key);
    if (!pair || !isScalar(pair.key)) throw new EditRefused(`There is no \`${key}\` of its own`);
    const column = columnOf(text, startOf(pair.key));
    const below = indented(lines(text, node), column + 2);
    return `${text.slice(0, afterColon(text, pair))}${rest}\n${below.join('\n')}\n${text.slice(lineEnd(text, end))}`;
  }
  if (!isMap(node)) throw new EditRefused('A list stands in a list');
  const [first = '', ...others] = lines(text, node);
  const below = indented(others, columnOf(text, start));
  return `${text.slice(0, start)}${[first + rest, ...below].join('\n')}\n${text.slice(lineEnd(text, end))}`;
};

const isEmpty = (text: string, path: Path): boolean => {
  const node = nodeAt(parse(text), path);
  return !isCollection(node) || node.items.length === 0;
};

/** A text in which what is at the path is written on lines of its own, no longer inside brackets. Throws EditRefused. */
export const unfolded = (text: string, path: Path): string => {
  let now = text;
  for (;;) {
    const flow = flowAbove(parse(now), path);
    if (!flow || isEmpty(now, flow)) return now;
    now = unfoldAt(now, flow);
  }
};
