import type jsonata from 'jsonata';

/** A number whose last digits were lost before anybody could read them. */
export class DigitsLost extends Error {
  override name = 'DigitsLost';
  constructor(value: number) {
    super(
      `${value} is above ${Number.MAX_SAFE_INTEGER}, up to which JSON keeps every digit of a number: send it as text`,
    );
  }
}

/** A number as JSON has it, digit for digit, where JSONata keeps fifteen of them. Throws DigitsLost. */
const digits = (value: number): number => {
  if (Number.isSafeInteger(value)) return value;
  if (Number.isInteger(value)) throw new DigitsLost(value);
  return Number(value.toPrecision(15));
};

export const isFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && ('_jsonata_function' in value || '_jsonata_lambda' in value));

/** `$string` of JSONata, but for the digits of numbers. */
const stringOf = (value: unknown, pretty = false): string | undefined => {
  if (value === undefined || typeof value === 'string') return value;
  if (isFunction(value)) return '';
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is no number to write`);
  const replace = (_key: string, inner: unknown): unknown => {
    if (typeof inner === 'number' && Number.isFinite(inner)) return digits(inner);
    return isFunction(inner) ? '' : inner;
  };
  return JSON.stringify(value, replace, pretty ? 2 : 0);
};

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const asString = (node: unknown) => ({
  type: 'function',
  value: '(',
  procedure: { type: 'variable', value: 'string' },
  arguments: [node],
});

/** What `&` joins is written as `$string` writes it. */
const rewriteJoins = (node: unknown, seen: Set<unknown>): void => {
  if (!isNode(node) || seen.has(node)) return;
  seen.add(node);
  for (const child of Object.values(node)) rewriteJoins(child, seen);
  if (node.type !== 'binary' || node.value !== '&') return;
  node.lhs = asString(node.lhs);
  node.rhs = asString(node.rhs);
};

/** Makes an expression write numbers digit for digit, so that no two ids become one. In machines JSONata's own way stands. */
export const writeExactly = (expression: jsonata.Expression): void => {
  rewriteJoins(expression.ast(), new Set());
  expression.registerFunction('string', stringOf, '<x-b?:s>');
};
