import type { JourneyDefinition } from '../catalogue/definition.ts';
import { FINISH, START } from '../catalogue/fixed-step.ts';
import type { Block, Onward } from './block.ts';
import { compileSteps } from './steps.ts';

/** A step at which somebody begins, and the states that follow. */
export interface Beginning {
  step: string;
  block: Block;
}

/** The beginning of a journey, and those of its exits' last words. */
export const beginningsOf = (journey: JourneyDefinition): Beginning[] => {
  const onward: Onward = { scope: { journey }, next: FINISH };
  return [
    { step: START, block: compileSteps(journey.steps, onward) },
    ...journey.exits.flatMap(({ words, steps }) =>
      words === undefined ? [] : [{ step: words, block: compileSteps(steps, onward) }],
    ),
  ];
};
