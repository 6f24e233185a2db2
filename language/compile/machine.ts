import type { Catalogue } from '../catalogue/catalogue.ts';
import type { JourneyDefinition } from '../catalogue/definition.ts';
import type { Machine, State } from './asl.ts';
import { StateNameError } from './errors.ts';
import { expression } from './expression.ts';
import { carriesOf } from './journey.ts';
import { journeyAt } from './pace.ts';
import { maxParksOf } from './parks.ts';
import { reachable } from './reachable.ts';
import { type Block, compileSteps } from './steps.ts';
import { finish, type Scope } from './task-state.ts';

/** As AWS has it. */
const LONGEST_NAME = 80;

const statesOf = (journey: string, states: [string, State][]): Record<string, State> => {
  const found: Record<string, State> = {};
  for (const [name, state] of states) {
    if (name.length > LONGEST_NAME)
      throw new StateNameError(
        `The state "${name}" of journey "${journey}" has a name of ${name.length} characters, ${LONGEST_NAME} are allowed: give its step a shorter id.`,
      );
    if (Object.hasOwn(found, name))
      throw new StateNameError(
        `Two states of journey "${journey}" would be called "${name}": give one step another id.`,
      );
    found[name] = state;
  }
  return found;
};

/** A Succeed is a transition like any other, and billed: only a Choice, which cannot end by itself, leads to one. */
const ended = ([name, state]: [string, State]): [string, State] => {
  if (!('Next' in state) || state.Next !== 'done') return [name, state];
  const { Next: _, ...rest } = state;
  return [name, { ...rest, End: true }];
};

const compilePhases = (journey: JourneyDefinition, scope: Scope): Block => {
  const main = compileSteps(journey.steps, { scope, next: 'finish', fresh: true });
  const phases = journey.exits.flatMap(({ phase, steps }) =>
    phase === undefined ? [] : [{ phase, block: compileSteps(steps, { scope, next: 'finish', fresh: true }) }],
  );
  if (phases.length === 0) return main;
  const Choices = phases.map(({ phase, block }) => ({
    Condition: expression(`$states.input.phase = "${phase}"`),
    Next: block.entry,
  }));
  return {
    entry: 'phase',
    states: [
      ['phase', { Type: 'Choice', Choices, Default: main.entry }],
      ...main.states,
      ...phases.flatMap(({ block }) => block.states),
    ],
  };
};

/**
 * One journey as a Standard state machine, for the functions that replace `${DeliverFunction}` and
 * `${AdvanceFunction}`. Its state and input is MachineState. Throws StateNameError and JourneyTooLongError.
 */
export const compileMachine = (definition: JourneyDefinition, catalogue: Catalogue): Machine => {
  const journey = journeyAt(definition, catalogue.pace);
  const scope: Scope = {
    journey,
    moments: catalogue.moments,
    facts: carriesOf(journey).customer,
    maxParks: maxParksOf(journey),
  };
  const { entry, states } = compilePhases(journey, scope);
  const all: [string, State][] = [...states, ['finish', finish(scope)], ['done', { Type: 'Succeed' }]];
  return {
    Comment: [journey.title, journey.about].filter((part) => part !== undefined).join(': '),
    QueryLanguage: 'JSONata',
    StartAt: entry,
    States: reachable(statesOf(journey.id, all.map(ended)), entry),
  };
};
