import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Definitions } from '../catalogue/definition.ts';
import { RETIRED } from '../catalogue/fixed-step.ts';
import type { Machine } from './asl.ts';
import { END } from './block.ts';
import { compileMachine, LONGEST_RUN, LOST } from './machine.ts';
import { taskState } from './task-state.ts';

/** The machine of who is in a journey that is gone: only a task can let them leave. */
const retired: Machine = {
  Comment: 'Journeys that are gone: whoever is still in one leaves it here',
  QueryLanguage: 'JSONata',
  StartAt: LOST,
  TimeoutSeconds: LONGEST_RUN,
  States: {
    [LOST]: taskState({ journey: { id: RETIRED } }, LOST, 'lost', 'advance', END),
    [END]: { Type: 'Succeed' },
  },
};

/** A machine for each journey, by its id, and under RETIRED one for those that are gone. Throws StateNameError. */
export const compileMachines = (definitions: Definitions, catalogue: Catalogue): Record<string, Machine> => {
  const machines: Record<string, Machine> = { [RETIRED]: retired };
  for (const [id, journey] of Object.entries(definitions.journeys)) machines[id] = compileMachine(journey, catalogue);
  return machines;
};
