import { type Token, TypeGuards } from 'liquidjs';
import { BINARY } from '../expressions/operators.ts';
import { describe, type Typed } from '../expressions/typed.ts';
import type { LiquidName } from './liquid-name.ts';

/** A fact, or what stands there itself. */
type Side = LiquidName | Typed;

/** Two values that a test compares, and where. */
export interface Comparison {
  operator: string;
  sides: readonly [Side, Side];
  offset: number;
}

type SideOf = (token: Token) => Side | undefined;

export const comparisonOf = (operator: string, left: Token, right: Token, sideOf: SideOf): Comparison[] => {
  const [a, b] = [sideOf(left), sideOf(right)];
  return a && b && ('full' in a || 'full' in b)
    ? [{ operator, sides: [a, b], offset: ('full' in a ? left : right).begin }]
    : [];
};

/** All that a Liquid test compares, read in postfix order as the engine does. */
export const comparisonsIn = (postfix: readonly Token[], sideOf: SideOf): Comparison[] => {
  const stack: (Token | undefined)[] = [];
  return postfix.flatMap((token) => {
    if (!TypeGuards.isOperatorToken(token)) {
      stack.push(token);
      return [];
    }
    const right = stack.pop();
    const left = token.operator === 'not' ? undefined : stack.pop();
    stack.push(undefined);
    return left && right ? comparisonOf(token.operator, left, right, sideOf) : [];
  });
};

type Why = (a: Typed, b: Typed) => string | undefined;

const contains: Why = (whole) =>
  ['text', 'date', 'any'].includes(whole.kind)
    ? undefined
    : `\`contains\` looks into text, and this is ${describe(whole)}`;

/** A number, or a fact whose text may have one in it. */
const mayBeNumber = ({ kind, literal, words = ['0'] }: Typed): boolean =>
  kind === 'number' ||
  (kind === 'text' && literal === undefined && words.some((word) => Number.isFinite(Number(word))));

/** Liquid orders texts by their letters, and text beside a number by the number in it. */
const ordered =
  (operator: string): Why =>
  (a, b) => {
    const areTexts = a.kind === 'text' && b.kind === 'text';
    return areTexts || (mayBeNumber(a) && mayBeNumber(b) && a.kind !== b.kind) ? undefined : BINARY[operator]?.(a, b);
  };

/** Tests that JSONata has too cannot be so for the same reasons. */
const WHY: ReadonlyMap<string, Why | undefined> = new Map([
  ...['<', '<=', '>', '>='].map((operator) => [operator, ordered(operator)] as const),
  ['!=', BINARY['!=']],
  ['==', BINARY['=']],
  ['contains', contains],
]);

/** Copy looks at the things of a list one by one. */
const whyInList: Why = ({ kind, element }, { literal }) => {
  const [field = '…'] = element?.keys() ?? [];
  const what = literal === undefined ? '…' : JSON.stringify(literal);
  return kind === 'list'
    ? `this is a list: look at each by \`{% for item in … %}{% if item.${field} == ${what} %}…{% endif %}{% endfor %}\``
    : undefined;
};

/** Why a comparison makes no sense whichever of these types its facts have, if so. */
export const whyNeverSo = (
  { operator, sides: [left, right] }: Comparison,
  typesOf: (name: LiquidName) => readonly Typed[],
): string | undefined => {
  const all = (side: Side): readonly Typed[] => ('full' in side ? typesOf(side) : [side]);
  const whys = all(left).flatMap((a) =>
    all(right).map((b) => whyInList(a, b) ?? whyInList(b, a) ?? WHY.get(operator)?.(a, b)),
  );
  return whys.includes(undefined) ? undefined : whys[0];
};
