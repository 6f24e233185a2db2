import { didYouMean } from '../yaml/lookup.ts';
import type { Context, Infer, Node, Scope } from './expression-node.ts';
import { describe, lookedFor, type Names, type Typed } from './typed.ts';

/** `event.plan`, or in events.yaml `plan` alone. */
export const inferPath: Infer = ({ steps = [] }, { scope, fault }) => {
  const [root, name, deeper, deepest] = steps;
  const odd = steps.find((step) => step.type !== 'name' || step.stages !== undefined || step.predicate !== undefined);
  if (odd?.type === 'variable' && odd === root) fault(`names are written without \`$\`: \`${String(odd.value)}.…\``);
  else if (odd)
    fault(
      `only names such as \`event.plan\` can be read, nothing inside or around them${odd.predicate || odd.stages ? `: ${lookedFor()}` : ''}`,
    );
  if (odd || !root) return undefined;
  const first = String(root.value);
  if (scope.bare?.has(first) || scope.roots.size === 0) return inferBare(first, [name, deeper], scope, fault);
  const names = scope.roots.get(first);
  if (!names) {
    const near = didYouMean(first, scope.roots.keys());
    fault(name ? `unknown \`${first}\`${near}` : `unknown \`${first}\`${near}; text stands in quotes: "${first}"`);
    return undefined;
  }
  if (!name) {
    fault(`\`${first}\` alone says nothing: name one of its fields`);
    return undefined;
  }
  return inferName(first, String(name.value), names, [deeper, deepest], { scope, fault });
};

const inferBare = (first: string, inner: Inner, scope: Scope, fault: Context['fault']): Typed | undefined => {
  const typed = scope.bare?.get(first);
  if (!typed) fault(`unknown field \`${first}\`${didYouMean(first, scope.bare?.keys() ?? [])}`);
  return typed && inferInner(first, typed, inner, fault);
};

/** What stands after a name: a field of the elements of a list, and nothing after that. */
type Inner = readonly [Node | undefined, Node | undefined];

/** `event.items.price`: of each element; an empty list has none. */
const inferInner = (full: string, typed: Typed, [field, deeper]: Inner, fault: Context['fault']): Typed | undefined => {
  if (!field) return typed;
  const name = String(field.value);
  const of = typed.element?.get(name);
  if (!typed.element) fault(`\`${full}\` is ${describe(typed)}: there is nothing inside it`);
  else if (!of) fault(`unknown \`${full}.${name}\`${didYouMean(name, typed.element.keys())}`);
  else if (deeper) fault(`\`${full}.${name}\` is ${describe(of)}: there is nothing inside it`);
  else return { kind: 'list', items: [of], sure: false, provenance: typed.provenance };
  return undefined;
};

const inferName = (root: string, name: string, names: Names, inner: Inner, { scope, fault }: Context) => {
  const typed = names.get(name);
  const full = `${root}.${name}`;
  if (!typed && scope.uncertain?.has(root)) return undefined;
  if (!typed) fault(scope.lacking?.get(full) ?? `unknown \`${full}\`${suggest(root, name, names)}`);
  return typed && inferInner(full, typed, inner, fault);
};

const suggest = (root: string, name: string, names: Names): string => {
  if (names.size === 0 && root === 'heard') return ': nothing has been heard here';
  return didYouMean(
    `${root}.${name}`,
    [...names.keys()].map((each) => `${root}.${each}`),
  );
};
