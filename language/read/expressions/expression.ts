import { whyUnreadable } from '../yaml/unreadable.ts';
import type { Context, Infer, Node, Scope } from './expression-node.ts';
import { inferPath } from './expression-path.ts';
import { ANYTHING, checkFilters, inferForeignObject, inferForeignPath } from './foreign.ts';
import { ALLOWED, argumentWords, fits, ON_FOREIGN, whyRefused } from './functions.ts';
import { BINARY, COMPARING } from './operators.ts';
import { treeOf } from './tree.ts';
import { describe, joined, lookedFor, ofLiteral, sharedFormat, type Typed } from './typed.ts';

export interface Inferred {
  /** Undefined when it could not be told, for a reason that `faults` says. */
  typed?: Typed;
  faults: string[];
  /** So many letters into it stands what makes it unreadable. */
  at?: number;
}

/** The type of a JSONata expression, and everything that is wrong with it. */
export const infer = (source: string, scope: Scope): Inferred => {
  const faults: string[] = [];
  const unreadable = whyUnreadable(source);
  if (unreadable) return { faults: [unreadable.message], at: unreadable.at };
  const typed = inferNode(treeOf(source), { scope, fault: (message) => void faults.push(message) });
  return typed ? { typed, faults } : { faults };
};

const inferNode: Infer = (node, context) => {
  const rule = RULES[node.type];
  const isForeign = context.scope.foreign !== undefined;
  if (rule && node.group === undefined && (isForeign || (node.stages === undefined && node.predicate === undefined))) {
    if (isForeign) checkFilters(inferNode, node.predicate, context);
    const typed = rule(node, context);
    return typed && node.predicate !== undefined ? ANYTHING : typed;
  }
  if (isForeign && node.type === 'variable' && node.value === '') return ANYTHING;
  context.fault(`${CALLED[node.type] ?? 'a filter'} cannot be used in a condition`);
  return undefined;
};

const CALLED: Record<string, string> = {
  wildcard: '`*`',
  descendant: '`**`',
  apply: '`~>`',
  lambda: 'a function of your own',
  bind: 'a variable',
  variable: 'a variable',
  transform: 'a transformation',
  regex: 'a pattern outside of $contains()',
  sort: 'a sort',
};

const inferBoth = ({ lhs, rhs }: Node, context: Context): [Typed, Typed] | undefined => {
  const left = lhs && inferNode(lhs, context);
  const right = rhs && inferNode(rhs, context);
  return left && right ? [left, right] : undefined;
};

const inferBinary: Infer = (node, context) => {
  const operator = String(node.value);
  const both = inferBoth(node, context);
  if (!both) return operator in COMPARING ? { kind: 'boolean', sure: true, provenance: [] } : undefined;
  const fault =
    BINARY[operator]?.(...both) ?? (operator in BINARY ? undefined : `\`${operator}\` is not for conditions`);
  if (fault !== undefined) context.fault(fault);
  const about = joined(...both);
  if (operator === '&') return { kind: 'text', ...about, sure: true };
  if (operator in COMPARING) return { kind: 'boolean', ...about, sure: COMPARING[operator] || about.sure };
  return { kind: 'number', ...about };
};

const inferUnary: Infer = (node, context) => {
  if (node.value === '[') return inferList(node, context);
  if (node.value === '{' && context.scope.foreign) return inferForeignObject(inferNode, node.lhs, context);
  const inner = node.value === '-' && node.expression ? inferNode(node.expression, context) : undefined;
  if (inner?.kind === 'any') return { ...inner, kind: 'number' };
  if (inner?.kind === 'number') {
    const { range: _range, ...rest } = inner;
    return typeof rest.literal === 'number' ? { ...rest, literal: -rest.literal } : rest;
  }
  if (node.value !== '-') context.fault('an object `{…}` is not for conditions');
  else if (inner) context.fault(`\`-\` wants a number, and this is ${describe(inner)}`);
  return undefined;
};

const inferList = ({ expressions = [] }: Node, context: Context): Typed | undefined => {
  const items = expressions.map((each) => inferNode(each, context));
  const typedItems = items.filter((item) => item !== undefined);
  return typedItems.length === items.length
    ? { kind: 'list', items: typedItems, ...joined(...typedItems), sure: true }
    : undefined;
};

const inferTernary: Infer = (node, context) => {
  const test = node.condition && inferNode(node.condition, context);
  const yes = node.then && inferNode(node.then, context);
  const no = node.else ? inferNode(node.else, context) : yes && { ...yes, sure: false };
  if (test && test.kind !== 'boolean' && test.kind !== 'any')
    context.fault(`before \`?\` stands a condition, and this is ${describe(test)}`);
  if (!yes || !no) return undefined;
  if (yes.kind === 'any' || no.kind === 'any') return ANYTHING;
  if (yes.kind !== no.kind) context.fault(`one side of \`:\` is ${describe(yes)}, the other ${describe(no)}`);
  const { literal: _literal, words: _words, format: _format, range: _range, ...rest } = yes;
  return { ...rest, ...sharedFormat(yes, no), ...joined(yes, no) };
};

const inferBlock: Infer = ({ expressions = [] }, context) => {
  const [only] = expressions;
  if (expressions.length === 1 && only) return inferNode(only, context);
  context.fault('a condition is one expression: `;` and empty brackets are not for it');
  return undefined;
};

const functionsOf = ({ scope }: Context) => (scope.foreign ? ON_FOREIGN : ALLOWED);

const inferCall: Infer = ({ procedure, arguments: args = [] }, context) => {
  const there = functionsOf(context);
  const [word] = procedure?.type === 'path' ? (procedure.steps ?? []) : [];
  if (word) {
    context.fault(`a function begins with \`$\`: write \`$${String(word.value)}(…)\``);
    return undefined;
  }
  const name = String(procedure?.value);
  const allowed = procedure?.type === 'variable' ? there.get(name) : undefined;
  if (!allowed) {
    context.fault(whyRefused(name, there.keys()));
    return undefined;
  }
  if (args.length < allowed.needs || args.length > allowed.takes.length)
    context.fault(`$${name}() takes ${allowed.takes.map((each) => argumentWords[each]).join(' and ')}`);
  const values = args.map((each, place) => inferArgument(each, place, name, context));
  const typedValues = values.filter((value) => value !== undefined);
  const about = joined(...typedValues);
  return { kind: allowed.gives, ...about, sure: allowed.sure || about.sure };
};

const inferArgument = (node: Node, place: number, name: string, context: Context): Typed | undefined => {
  const expected = functionsOf(context).get(name)?.takes[place] ?? 'any';
  if (node.type === 'regex' && expected === 'pattern') return ofLiteral('');
  const value = inferNode(node, context);
  if (!value) return undefined;
  if (!fits(value, expected))
    context.fault(
      `$${name}() wants ${argumentWords[expected]}, and this is ${describe(value)}${name === 'contains' && value.kind === 'list' ? `: ${lookedFor(value)}` : ''}`,
    );
  else if (place > 0 && !value.sure && !context.scope.foreign)
    context.fault(
      `$${name}() would fail when its ${place === 1 ? 'second' : 'third'} value is missing: give one that never is`,
    );
  return value;
};

const inferValue: Infer = ({ value }, { fault }) => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return ofLiteral(value);
  fault('`null` is not for conditions: ask $exists(…)');
  return undefined;
};

const inferForeign: Infer = (node, context) => inferForeignPath(inferNode)(node, context);

const RULES: Record<string, Infer> = {
  path: (node, context) => (context.scope.foreign ? inferForeign : inferPath)(node, context),
  name: (node, context) => inferNode({ type: 'path', steps: [node] }, context),
  binary: inferBinary,
  unary: inferUnary,
  condition: inferTernary,
  block: inferBlock,
  function: inferCall,
  string: inferValue,
  number: inferValue,
  value: inferValue,
};
