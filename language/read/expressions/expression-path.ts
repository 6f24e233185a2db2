import { didYouMean } from '../yaml/lookup.ts';
import type { Context, Infer, Node, Scope } from './expression-node.ts';
import { describe, type Names, type Typed } from './typed.ts';

/** `event.plan`, or in events.yaml `plan` alone. */
export const inferPath: Infer = ({ steps = [] }, { scope, fault }) => {
  const [root, name, deeper] = steps;
  const odd = steps.find((step) => step.type !== 'name' || step.stages !== undefined || step.predicate !== undefined);
  if (odd?.type === 'variable' && odd === root) fault(`names are written without \`$\`: \`${String(odd.value)}.…\``);
  else if (odd) fault('only names such as `event.plan` can be read, nothing inside or around them');
  if (odd || !root) return undefined;
  const first = String(root.value);
  if (scope.bare?.has(first) || scope.roots.size === 0) return inferBare(first, name, scope, fault);
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
  return inferName(first, String(name.value), names, deeper !== undefined, { scope, fault });
};

const inferBare = (
  first: string,
  deeper: Node | undefined,
  scope: Scope,
  fault: Context['fault'],
): Typed | undefined => {
  const typed = scope.bare?.get(first);
  if (!typed) fault(`unknown field \`${first}\`${didYouMean(first, scope.bare?.keys() ?? [])}`);
  else if (deeper) fault(`\`${first}\` is ${describe(typed)}: there is nothing inside it`);
  return deeper ? undefined : typed;
};

const inferName = (root: string, name: string, names: Names, deeper: boolean, { scope, fault }: Context) => {
  const typed = names.get(name);
  const full = `${root}.${name}`;
  if (!typed && scope.uncertain?.has(root)) return undefined;
  if (!typed) fault(scope.lacking?.get(full) ?? `unknown \`${full}\`${suggest(root, name, names)}`);
  else if (deeper) fault(`\`${full}\` is ${describe(typed)}: there is nothing inside it`);
  return deeper ? undefined : typed;
};

const suggest = (root: string, name: string, names: Names): string => {
  if (names.size === 0 && root === 'heard') return ': nothing has been heard here';
  return didYouMean(
    `${root}.${name}`,
    [...names.keys()].map((each) => `${root}.${each}`),
  );
};
