import type { Step } from '../../catalogue/definition.ts';
import { kindOf } from '../../steps/steps.ts';
import type { Path, Source } from '../yaml/source.ts';

/** Gives each step that was written without an id its own name, with `-2` for a second of the same. */
export const nameSteps = (steps: readonly Step[], places: ReadonlyMap<Step, Path>, source: Source): void => {
  const ids = new Set<string>();
  for (const step of steps.filter(({ id }) => id !== '')) {
    const { id } = step;
    if (ids.has(id))
      source.report(
        [...(places.get(step) ?? []), kindOf(step).idKey],
        `another step is \`${id}\` already: choose another name`,
      );
    ids.add(id);
  }
  for (const step of steps.filter(({ id }) => id === '')) {
    step.id = freeName(kindOf(step).ownName(step), ids);
    ids.add(step.id);
  }
};

const freeName = (name: string, ids: ReadonlySet<string>): string => {
  let free = name;
  for (let count = 2; ids.has(free); count++) free = `${name}-${count}`;
  return free;
};
