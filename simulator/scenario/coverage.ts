import type { JournalEntry } from '../../functions/customer/journal.ts';
import type { Definitions, Step } from '../../language/catalogue/definition.ts';

const within = (step: Step): Step[] => {
  switch (step.kind) {
    case 'send':
    case 'task':
    case 'emit':
      return step.unsent;
    case 'wait-until':
      return [...step.reached, ...step.past];
    case 'choose':
      return [...step.branches.flatMap(({ steps }) => steps), ...step.otherwise];
    case 'split':
      return step.arms.flatMap(({ steps }) => steps);
    case 'listen':
      return [...step.heard, ...step.silent];
    default:
      return [];
  }
};

const decided = (steps: Step[]): string[] =>
  steps.flatMap((step) => {
    const own = step.kind === 'send' || step.kind === 'task' || step.kind === 'emit' ? [step.id] : [];
    return [...own, ...decided(within(step))];
  });

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
