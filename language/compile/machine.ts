import type { Catalogue } from '../catalogue/catalogue.ts';
import type { JourneyDefinition } from '../catalogue/definition.ts';
import { FINISH } from '../catalogue/fixed-step.ts';
import type { ChoiceRule, Machine, State } from './asl.ts';
import { type Beginning, beginningsOf } from './beginnings.ts';
import { END, LONGEST_NAME } from './block.ts';
import { StateNameError } from './errors.ts';
import { expression } from './expression.ts';
import { journeyAt } from './pace.ts';
import { reachable } from './reachable.ts';
import { type Scope, taskState } from './task-state.ts';

/** In seconds: less than the time after which another run is started. */
export const LONGEST_RUN = 90;
const ENTRY = 'At';
export const LOST = 'Lost';

const statesOf = (journey: string, states: [string, State][]): Record<string, State> => {
  const byName: Record<string, State> = {};
  for (const [name, state] of states) {
    if (name.length > LONGEST_NAME)
      throw new StateNameError(
        `The state "${name}" of journey "${journey}" has a name of ${name.length} characters, ${LONGEST_NAME} are allowed: give its step a shorter id.`,
      );
    if (Object.hasOwn(byName, name))
      throw new StateNameError(
        `Two states of journey "${journey}" would be called "${name}": give one step another id.`,
      );
    byName[name] = state;
  }
  return byName;
};

const isAt = (step: string): string => expression(`$states.input.at = "${step}"`);

/** A beginning has answered before any run: what comes next is the visit after it. */
const beginAt = (step: string, Next: string): ChoiceRule => ({
  Condition: isAt(step),
  Next,
  Output: expression('$merge([$states.input, {"visit": $states.input.visit + 1}])'),
});

/** Where a run begins: at the step where the customer stands. */
const entryState = (beginnings: Beginning[]): State => {
  const tasks = beginnings.flatMap(({ block }) =>
    block.states.flatMap(([name, state]) => (state.Type === 'Task' ? [name] : [])),
  );
  return {
    Type: 'Choice',
    Choices: [
      ...beginnings.map(({ step, block }) => beginAt(step, block.entry)),
      ...tasks.map((step) => ({ Condition: isAt(step), Next: step })),
    ],
    // Only a task can tell that the step is gone.
    Default: LOST,
  };
};

/**
 * One journey as an Express state machine, for the functions that replace `${DeliverFunction}` and `${AdvanceFunction}`:
 * it carries a customer from the step where they stand to the next at which they must wait, and ends. Its state and input
 * is MachineState. Throws StateNameError.
 */
export const compileMachine = (definition: JourneyDefinition, catalogue: Catalogue): Machine => {
  const journey = journeyAt(definition, catalogue.pace);
  const scope: Scope = { journey };
  const beginnings = beginningsOf(journey);
  const all: [string, State][] = [
    [ENTRY, entryState(beginnings)],
    ...beginnings.flatMap(({ block }) => block.states),
    [FINISH, taskState(scope, FINISH, 'finish', 'advance', END)],
    [LOST, taskState(scope, LOST, 'lost', 'advance', END)],
    [END, { Type: 'Succeed' }],
  ];
  return {
    Comment: [journey.title, journey.about].filter((part) => part !== undefined).join(': '),
    QueryLanguage: 'JSONata',
    StartAt: ENTRY,
    TimeoutSeconds: LONGEST_RUN,
    States: reachable(statesOf(journey.id, all), ENTRY),
  };
};
