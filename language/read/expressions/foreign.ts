import { didYouMean } from '../yaml/lookup.ts';
import type { Context, Infer, Node, Scope } from './expression-node.ts';
import { describe, type Names, type Typed } from './typed.ts';

/** What another system sends: it may be there, and may be anything. */
export const ANYTHING: Typed = { kind: 'any', sure: false, provenance: [] };

const TEXT: Typed = { kind: 'text', sure: true, provenance: [] };

const ENVELOPE: Names = new Map([
  ['id', TEXT],
  ['source', TEXT],
  ['detail-type', TEXT],
  ['time', { ...TEXT, sure: false }],
  ['detail', ANYTHING],
]);

/** What expressions on an envelope of another system's may name; with `each`, also `element`. */
export const foreignScope = (each: boolean): Scope => ({
  roots: new Map(),
  foreign: each ? new Map([...ENVELOPE, ['element', ANYTHING]]) : ENVELOPE,
});

/** Inside a value of theirs every name may be right. */
const inside = (context: Context): Context => ({ ...context, scope: { roots: new Map(), foreign: 'any' } });

/** `detail.lines[type = "gift"].{ "name": title }`: paths, filters and new objects, over what is not known. */
export const inferForeignPath =
  (infer: Infer): Infer =>
  ({ steps = [] }, context) => {
    const [root, ...others] = steps;
    if (!root) return undefined;
    let typed = root.type === 'name' ? inferRoot(root, others.length > 0, context) : infer(root, context);
    for (const [place, step] of steps.entries()) {
      if (place > 0) typed = typed && (step.type === 'name' ? ANYTHING : infer(step, inside(context)) && ANYTHING);
      if (root.type === 'name' || place > 0) checkFilters(infer, step.stages, context);
    }
    return typed;
  };

const inferRoot = ({ value }: Node, deeper: boolean, { scope, fault }: Context): Typed | undefined => {
  if (scope.foreign === 'any') return ANYTHING;
  const name = String(value);
  const typed = scope.foreign?.get(name);
  if (!typed) {
    const near = didYouMean(name, scope.foreign?.keys() ?? []);
    const there = near || `: there is ${[...(scope.foreign?.keys() ?? [])].join(', ')}`;
    fault(`unknown \`${name}\`${there}; text stands in quotes: "${name}"`);
  } else if (deeper && typed.kind !== 'any') {
    fault(`\`${name}\` is ${describe(typed)}: there is nothing inside it`);
    return undefined;
  }
  return deeper && typed ? ANYTHING : typed;
};

/** `[0]`, `[name = "x"]`. */
export const checkFilters = (infer: Infer, stages: unknown, context: Context): void => {
  for (const stage of Array.isArray(stages) ? (stages as { type?: string; expr?: Node }[]) : []) {
    if (stage.type === 'filter' && stage.expr) infer(stage.expr, inside(context));
    else context.fault('of a list only its elements can be read, as `[0]` or `[name = "x"]`');
  }
};

/** `{ "name": title }`: what is in it stands for what a field of ours holds. */
export const inferForeignObject = (infer: Infer, pairs: unknown, context: Context): Typed | undefined => {
  const sides = Array.isArray(pairs) ? (pairs as Node[][]).flat() : [];
  const typed = sides.map((side) => infer(side, context));
  return typed.every((each) => each !== undefined) ? ANYTHING : undefined;
};
