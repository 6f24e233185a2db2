import { FUNCTIONS, fieldOf, isPlainObject, OPERATIONS, type Scalar, sure, truth, UNSURE } from './plain-values.ts';

/** An expression as a function of its context and of `$states`; agrees with JSONata wherever it is not UNSURE. */
export type PlainExpression = (context: unknown, states: unknown) => unknown;

interface Node {
  type: string;
  value?: unknown;
  steps?: Node[];
  lhs?: unknown;
  rhs?: Node;
  expressions?: Node[];
  arguments?: Node[];
  procedure?: Node;
  condition?: Node;
  then?: Node;
  else?: Node;
}

/** A node that says more, such as a filter or a focus, is not plain. */
const KNOWN = new Set(
  'type value position steps lhs rhs expressions arguments procedure condition then else'.split(' '),
);

const field =
  (of: PlainExpression, name: string): PlainExpression =>
  (context, states) =>
    fieldOf(of(context, states), name);

/** A step that is an expression of its own: what came so far is its context. */
const within =
  (of: PlainExpression, step: PlainExpression): PlainExpression =>
  (context, states) => {
    const inner = of(context, states);
    return inner === undefined || inner === UNSURE ? inner : step(inner, states);
  };

/** JSONata would take an array for many contexts. */
const ofOne =
  (expression: PlainExpression): PlainExpression =>
  (context, states) =>
    Array.isArray(context) ? UNSURE : expression(context, states);

const firstStep = (step: Node): PlainExpression | undefined => {
  if (step.type === 'name' && isKnown(step)) return (context) => fieldOf(context, String(step.value));
  const expression = compilePlain(step);
  return expression && (step.type === 'variable' ? expression : ofOne(expression));
};

const path = ([first, ...rest]: Node[]): PlainExpression | undefined => {
  let all = first && firstStep(first);
  for (const step of rest) {
    if (!all || !isKnown(step)) return undefined;
    const inner = step.type === 'block' ? compilePlain(step) : undefined;
    if (step.type === 'name') all = field(all, String(step.value));
    else all = inner && within(all, inner);
  }
  return all;
};

/** An operation on scalars; an operand that is none leaves it to JSONata. */
const on =
  (left: PlainExpression, right: PlainExpression, operate: (left: Scalar, right: Scalar) => unknown): PlainExpression =>
  (context, states) => {
    const one = left(context, states);
    const other = right(context, states);
    if (typeof one === 'object' || typeof other === 'object' || one === UNSURE || other === UNSURE) return UNSURE;
    return operate(one as Scalar, other as Scalar);
  };

const both =
  (left: PlainExpression, right: PlainExpression): PlainExpression =>
  (context, states) => {
    const one = truth(left(context, states));
    return one === true ? truth(right(context, states)) : one;
  };

const either =
  (left: PlainExpression, right: PlainExpression): PlainExpression =>
  (context, states) => {
    const one = truth(left(context, states));
    return one === false ? truth(right(context, states)) : one;
  };

const binary = ({ value, lhs, rhs }: Node): PlainExpression | undefined => {
  const left = compilePlain(lhs);
  const right = compilePlain(rhs);
  if (!left || !right) return undefined;
  if (value === 'and') return both(left, right);
  if (value === 'or') return either(left, right);
  const operate = OPERATIONS.get(String(value));
  return operate && on(left, right, operate);
};

const chosen = (node: Node): PlainExpression | undefined => {
  const [test, one, other] = [node.condition, node.then, node.else].map(compilePlain);
  if (!test || !one || !other) return undefined;
  return (context, states) => {
    const is = truth(test(context, states));
    return is === UNSURE ? UNSURE : (is ? one : other)(context, states);
  };
};

const literal = (value: unknown): PlainExpression | undefined => {
  const literalValue = sure(value);
  return literalValue === UNSURE ? undefined : () => literalValue;
};

/** An object as written, with texts for keys, each once. */
const objectOf = (pairs: [Node, Node][]): PlainExpression | undefined => {
  const parts = pairs.map(([key, value]) => ({ key: key.value as string, expression: compilePlain(value) }));
  const isPlain = pairs.every(([key]) => key.type === 'string' && key.value !== '__proto__' && isKnown(key));
  if (!isPlain || new Set(parts.map(({ key }) => key)).size < parts.length) return undefined;
  if (parts.some(({ expression }) => expression === undefined)) return undefined;
  return ofOne((context, states) => {
    const object: Record<string, unknown> = {};
    for (const { key, expression } of parts) {
      const value = expression?.(context, states);
      if (value === UNSURE) return UNSURE;
      if (value !== undefined) object[key] = value;
    }
    return object;
  });
};

const merged =
  (parts: PlainExpression[]): PlainExpression =>
  (context, states) => {
    let all: Record<string, unknown> | undefined;
    for (const part of parts) {
      const value = part(context, states);
      if (!isPlainObject(value) || Object.hasOwn(value, '__proto__')) return UNSURE;
      // To copy the first one whole is much sooner done than name by name.
      all = all ? Object.assign(all, value) : { ...value };
    }
    return all ?? {};
  };

const call = ({ procedure, arguments: parameters = [] }: Node): PlainExpression | undefined => {
  const [argument] = parameters;
  if (procedure?.type !== 'variable' || !isKnown(procedure) || parameters.length !== 1) return undefined;
  if (procedure.value === 'merge') {
    const isList = argument?.type === 'unary' && argument.value === '[' && isKnown(argument);
    const parts = isList ? (argument.expressions ?? []).map(compilePlain) : [undefined];
    return parts.every((part) => part !== undefined) ? merged(parts) : undefined;
  }
  const of = compilePlain(argument);
  if (!of) return undefined;
  if (procedure.value === 'exists') {
    return (context, states) => {
      const value = of(context, states);
      return value === UNSURE ? UNSURE : value !== undefined;
    };
  }
  const call = FUNCTIONS.get(String(procedure.value));
  if (!call) return undefined;
  return (context, states) => {
    const value = of(context, states);
    return value === undefined || value === UNSURE ? UNSURE : call(value);
  };
};

const isKnown = (node: object): boolean =>
  Object.entries(node).every(([key, value]) => value === undefined || KNOWN.has(key));

/** A JSONata tree of paths, literals, comparisons, `and`, `or`, sums, `? :`, `$exists`, `$not`, `$merge`, `$toMillis`, `$fromMillis` as a function; undefined of any other. */
export const compilePlain = (tree: unknown): PlainExpression | undefined => {
  if (typeof tree !== 'object' || tree === null || !isKnown(tree)) return undefined;
  const node = tree as Node;
  switch (node.type) {
    case 'path':
      return path(node.steps ?? []);
    case 'variable':
      return node.value === 'states' ? (_context, states) => sure(states) : undefined;
    case 'string':
    case 'number':
    case 'value':
      return literal(node.value);
    case 'block':
      return node.expressions?.length === 1 ? compilePlain(node.expressions[0]) : undefined;
    case 'binary':
      return binary(node);
    case 'condition':
      return chosen(node);
    case 'function':
      return call(node);
    case 'unary':
      return node.value === '{' ? objectOf(node.lhs as [Node, Node][]) : undefined;
    default:
      return undefined;
  }
};
