import { type Token, TypeGuards } from 'liquidjs';
import { type Loops, nameOf } from './liquid-name.ts';

/** The facts that are surely there when a test is true, and when it is false. */
export interface Guards {
  yes: ReadonlySet<string>;
  no: ReadonlySet<string>;
}

interface Operand extends Guards {
  /** The fact itself, not yet compared. */
  name?: string;
  /** `nil` or `blank`: what is missing is neither `empty` nor an empty text. */
  nothing?: boolean;
}

const NONE: ReadonlySet<string> = new Set();

const either = (a: ReadonlySet<string>, b: ReadonlySet<string>) => new Set([...a, ...b]);
const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) => new Set([...a].filter((each) => b.has(each)));

/** Reads a Liquid test in postfix order, as the engine does. */
export const guardsOf = (postfix: readonly Token[], loops: Loops): Guards => {
  const stack: Operand[] = [];
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) stack.push(operandOf(token, loops));
    else {
      const right = stack.pop() ?? { yes: NONE, no: NONE };
      const left = token.operator === 'not' ? right : (stack.pop() ?? { yes: NONE, no: NONE });
      stack.push(combine(token.operator, left, right));
    }
  }
  return stack.pop() ?? { yes: NONE, no: NONE };
};

const operandOf = (token: Token, loops: Loops): Operand => {
  const name = nameOf(token, loops)?.full;
  if (name !== undefined) return { name, yes: new Set([name]), no: NONE };
  return { yes: NONE, no: NONE, nothing: /^(nil|null|blank)$/.test(token.getText()) };
};

const combine = (operator: string, left: Operand, right: Operand): Guards => {
  if (operator === 'not') return { yes: right.no, no: right.yes };
  if (operator === 'and') return { yes: either(left.yes, right.yes), no: both(left.no, right.no) };
  if (operator === 'or') return { yes: both(left.yes, right.yes), no: either(left.no, right.no) };
  const named = new Set([left.name, right.name].filter((name) => name !== undefined));
  const withNothing = left.nothing || right.nothing;
  if (operator === '!=') return withNothing ? { yes: named, no: NONE } : { yes: NONE, no: named };
  if (operator === '==') return withNothing ? { yes: NONE, no: named } : { yes: named, no: NONE };
  return { yes: named, no: NONE };
};
