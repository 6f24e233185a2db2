import type { Step } from '../../catalogue/definition.ts';
import { kindOf } from '../../steps/steps.ts';
import type { Path, Source } from '../yaml/source.ts';

/** Gives each step that was written without an id its own name, with `-2` for a second of the same. */
export const nameSteps = (steps: readonly Step[], places: ReadonlyMap<Step, Path>, source: Source): void => {
  const taken = new Set<string>();
  for (const step of steps.filter(({ id }) => id !== '')) {
    const { id } = step;
    if (taken.has(id))
      source.report(
        [...(places.get(step) ?? []), kindOf(step).idKey],
        `another step is \`${id}\` already: choose another name`,
      );
    taken.add(id);
  }
  for (const step of steps.filter(({ id }) => id === '')) {
    step.id = freeName(kindOf(step).ownName(step), taken);
    taken.add(step.id);
  }
};

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
  return free;
};
