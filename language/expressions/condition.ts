import jsonata from 'jsonata';
import { compileSimple, type SimpleExpression } from './simple.ts';
import { UNSURE } from './simple-values.ts';

/** What a condition may read: `event`, `heard` and `customer`, or the fields of a detail. */
export type Names = Record<string, unknown>;

interface Parsed {
  expression: jsonata.Expression;
  /** The same without promises, where the expression is simple. */
  simple: SimpleExpression | undefined;
}

const cache = new Map<string, Parsed>();

const parse = (source: string): Parsed => {
  const hit = cache.get(source);
  if (hit) return hit;
  const expression = jsonata(source);
  const parsed = { expression, simple: compileSimple(expression.ast()) };
  cache.set(source, parsed);
  return parsed;
};

const quickly = (source: string, names: Names): unknown => {
  const { expression, simple } = parse(source);
  const value = simple ? simple(names, undefined) : UNSURE;
  return value === UNSURE ? expression.evaluate(names) : value;
};

/** The value of a JSONata expression over `names`; undefined where something is missing. Rejects when it cannot be evaluated. */
export const evaluate = async (source: string, names: Names): Promise<unknown> => {
  const value = await quickly(source, names);
  return value === null ? undefined : value;
};

/** Whether a condition is true: what is missing is not true. */
export const holds = async (condition: string, names: Names): Promise<boolean> =>
  (await quickly(condition, names)) === true;

/** The condition as JSONata that is always a boolean, over an object with those names: how machines carry it. */
export const asBoolean = (condition: string): string => `((${condition}) = true)`;

interface Node {
  type?: string;
  value?: unknown;
  steps?: Node[];
}

/** Each path that an expression reads, such as `event.plan`, as [root, name]; `[root, '*']` for a bare root. */
export const pathsIn = (source: string): [string, string][] => {
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
  visit(parse(source).expression.ast());
  return references;
};
