import jsonata from 'jsonata';
import { writeExactly } from './exact.ts';
import { namesOfPath, scalarAt } from './plain-path.ts';

/** What a condition may read: `event`, `heard` and `customer`, or the fields of a detail. */
export type Names = Record<string, unknown>;

/** An expression that has no value over these names, as a sum of texts has none; nothing but what it read can be at fault. */
export class ExpressionFailed extends Error {
  override name = 'ExpressionFailed';
  constructor(source: string, cause: unknown) {
    super(`${source} cannot be worked out: ${reasonOf(cause)}`, { cause });
  }
}

/** JSONata throws plain objects. */
const reasonOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : 'it is not known why';

interface Parsed {
  expression: jsonata.Expression;
  paths: [string, string][];
  /** Of an expression that is a path and nothing else. */
  names: string[] | undefined;
}

const cache = new Map<string, Parsed>();

const parse = (source: string): Parsed => {
  const hit = cache.get(source);
  if (hit) return hit;
  const expression = jsonata(source);
  const tree = expression.ast();
  const parsed = { expression, paths: readPaths(tree), names: namesOfPath(tree) };
  writeExactly(expression);
  cache.set(source, parsed);
  return parsed;
};

/** The value of a JSONata expression over `names`, and null where it found that. Throws ExpressionFailed. */
export const evaluateOrNull = async (source: string, names: Names): Promise<unknown> => {
  const { expression, names: path } = parse(source);
  const scalar = path ? scalarAt(path, names) : null;
  if (scalar !== null) return scalar;
  try {
    // With bindings, though there are none, each evaluation has a root of its own: others of the same expression wait beside it.
    return await expression.evaluate(names, {});
  } catch (error) {
    throw new ExpressionFailed(source, error);
  }
};

/** The value of a JSONata expression over `names`; undefined where something is missing. Throws ExpressionFailed. */
export const evaluate = async (source: string, names: Names): Promise<unknown> => {
  const value = await evaluateOrNull(source, names);
  return value === null ? undefined : value;
};

/** Whether a condition is true: what is missing is not true. Throws ExpressionFailed. */
export const holds = async (condition: string, names: Names): Promise<boolean> =>
  (await evaluateOrNull(condition, names)) === true;

/** The condition as JSONata that is always a boolean, over an object with those names: how machines carry it. */
export const asBoolean = (condition: string): string => `((${condition}) = true)`;

interface Node {
  type?: string;
  value?: unknown;
  steps?: Node[];
}

/** Each path that an expression reads, such as `event.plan`, as [root, name]; `[root, '*']` for a bare root. */
export const pathsIn = (source: string): [string, string][] => parse(source).paths;

const readPaths = (tree: unknown): [string, string][] => {
  const references: [string, string][] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    else if (typeof node === 'object' && node !== null) visitNode(node);
  };
  const visitNode = (node: Node): void => {
    const [root, name] = node.type === 'path' ? (node.steps ?? []) : [node];
    if (root?.type === 'name') references.push([String(root.value), name?.type === 'name' ? String(name.value) : '*']);
    // A step's own name belongs to the path; its predicates, groups and calls may hold paths of their own.
    const steps = (node.steps ?? []).map((step) => (step.type === 'name' ? { ...step, type: 'step' } : step));
    visit(node.type === 'path' ? steps : Object.values(node));
  };
  visit(tree);
  return references;
};
