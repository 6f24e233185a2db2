import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { Definitions, Step } from '../../language/catalogue/definition.ts';
import { kindOf } from '../../language/steps/steps.ts';
import { flatten } from '../../language/steps/walk.ts';

const decided = (steps: Step[]): string[] => flatten(steps).flatMap((step) => (kindOf(step).decides ? [step.id] : []));

/** Steps that send, call or give something and that none of these runs came to, as `journey/step`. */
export const unreached = ({ journeys }: Definitions, runs: JournalEntry[][]): string[] => {
  const seen = new Set(
    runs.flat().flatMap((entry) => (entry.kind === 'decision' ? [`${entry.journey}/${entry.step}`] : [])),
  );
  const all = Object.values(journeys).flatMap(({ id, steps, exits }) =>
    [...decided(steps), ...exits.flatMap((exit) => decided(exit.steps))].map((step) => `${id}/${step}`),
  );
  return all.filter((step) => !seen.has(step));
};
