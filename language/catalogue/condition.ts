import jsonata from 'jsonata';

/** What a condition may read: `event`, `heard` and `customer`, or the fields of a detail. */
export type Names = Record<string, unknown>;

const parsed = new Map<string, jsonata.Expression>();

const parse = (source: string): jsonata.Expression => {
  const known = parsed.get(source);
  if (known) return known;
  const expression = jsonata(source);
  parsed.set(source, expression);
  return expression;
};

/** The value of a JSONata expression over `names`; undefined where something is missing. Rejects when it cannot be evaluated. */
export const evaluate = async (source: string, names: Names): Promise<unknown> => {
  const value = await parse(source).evaluate(names);
  return value === null ? undefined : value;
};

/** Whether a condition is true: what is missing is not true. */
export const holds = async (condition: string, names: Names): Promise<boolean> =>
  (await parse(condition).evaluate(names)) === true;

/** The condition as JSONata that is always a boolean, over an object with those names: how machines carry it. */
export const asBoolean = (condition: string): string => `((${condition}) = true)`;

interface Node {
  type?: string;
  value?: unknown;
  steps?: Node[];
}

/** Each path that an expression reads, such as `event.plan`, as [root, name]; `[root, '*']` for a bare root. */
export const pathsIn = (source: string): [string, string][] => {
  const found: [string, string][] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    else if (typeof node === 'object' && node !== null) visitNode(node);
  };
  const visitNode = (node: Node): void => {
    const [root, name] = node.type === 'path' ? (node.steps ?? []) : [node];
    if (root?.type === 'name') found.push([String(root.value), name?.type === 'name' ? String(name.value) : '*']);
    // A step's own name belongs to the path; its predicates, groups and calls may hold paths of their own.
    const steps = (node.steps ?? []).map((step) => (step.type === 'name' ? { ...step, type: 'step' } : step));
    visit(node.type === 'path' ? steps : Object.values(node));
  };
  visit(parse(source).ast());
  return found;
};
