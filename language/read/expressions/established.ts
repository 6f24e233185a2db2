import { whyUnreadable } from '../yaml/unreadable.ts';
import type { Node } from './expression-node.ts';
import { treeOf } from './tree.ts';

/** The facts, such as `customer.plan`, that are surely there when a condition is true, and when it is not. */
export interface Established {
  yes: ReadonlySet<string>;
  no: ReadonlySet<string>;
}

type Facts = ReadonlySet<string>;

const NONE: Facts = new Set();
const NOTHING: Established = { yes: NONE, no: NONE };

const either = (...sets: Facts[]): Facts => new Set(sets.flatMap((each) => [...each]));
const both = (a: Facts, b: Facts): Facts => new Set([...a].filter((each) => b.has(each)));

const COMPARING = ['=', '!=', '<', '<=', '>', '>=', 'in'];
const ARITHMETIC = ['+', '-', '*', '/', '%'];

const nameOf = ({ type, steps = [] }: Node): Facts => {
  const [root, name, deeper] = steps;
  const isName = type === 'path' && root?.type === 'name' && name?.type === 'name' && !deeper;
  return isName ? new Set([`${String(root.value)}.${String(name.value)}`]) : NONE;
};

const inside = ({ expressions = [] }: Node): Node | undefined =>
  expressions.length === 1 ? expressions[0] : undefined;

/** Without these an expression has no value: what is missing is neither compared nor reckoned with. */
const neededBy = (node: Node | undefined): Facts => {
  if (!node) return NONE;
  if (node.type === 'path') return nameOf(node);
  if (node.type === 'block') return neededBy(inside(node));
  if (node.type === 'unary' && node.value === '-') return neededBy(node.expression);
  if (node.type === 'binary' && ARITHMETIC.includes(String(node.value)))
    return either(neededBy(node.lhs), neededBy(node.rhs));
  return NONE;
};

/** It is true or false whatever is missing. */
const isDefinite = (node: Node): boolean =>
  (node.type === 'block' && inside(node) !== undefined && isDefinite(inside(node)!)) ||
  (node.type === 'function' && node.procedure?.value === 'exists') ||
  (node.type === 'binary' && (node.value === 'and' || node.value === 'or'));

const readCall = ({ procedure, arguments: args = [] }: Node): Established => {
  const [first] = args;
  if (!first) return NOTHING;
  if (procedure?.value === 'exists') return { yes: nameOf(first), no: NONE };
  if (procedure?.value === 'boolean') return { yes: read(first).yes, no: NONE };
  if (procedure?.value !== 'not') return { yes: neededBy(first), no: NONE };
  const { yes, no } = read(first);
  return { yes: either(no, neededBy(first)), no: isDefinite(first) ? yes : NONE };
};

const read = (node: Node | undefined): Established => {
  if (!node) return NOTHING;
  if (node.type === 'block') return read(inside(node));
  if (node.type === 'path') return { yes: nameOf(node), no: NONE };
  if (node.type === 'function') return readCall(node);
  if (node.type !== 'binary') return NOTHING;
  const operator = String(node.value);
  if (COMPARING.includes(operator)) return { yes: either(neededBy(node.lhs), neededBy(node.rhs)), no: NONE };
  const [left, right] = [read(node.lhs), read(node.rhs)];
  if (operator === 'and') return { yes: either(left.yes, right.yes), no: both(left.no, right.no) };
  if (operator === 'or') return { yes: both(left.yes, right.yes), no: either(left.no, right.no) };
  return NOTHING;
};

/** What a condition tells of the facts that it names; nothing where it cannot be read. */
export const establishedBy = (condition: string | undefined): Established =>
  condition === undefined || whyUnreadable(condition) !== undefined ? NOTHING : read(treeOf(condition));
