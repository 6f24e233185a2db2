import type { JourneyDefinition } from '../catalogue/definition.ts';
import type { RunStep } from '../catalogue/step.ts';
import { kindOf } from '../steps/steps.ts';
import { everyStep } from '../steps/walk.ts';
import { type Messages, purposeOf } from './moments.ts';

/** Every step of a journey at which somebody can stand, by its id. */
export const runStepsOf = (journey: JourneyDefinition, { moments }: Messages): Record<string, RunStep> =>
  Object.fromEntries(
    everyStep(journey).flatMap((step) => {
      const atRunTime = kindOf(step).atRunTime(step, (moment) => purposeOf(journey, moments[moment]));
      return atRunTime ? [[step.id, atRunTime]] : [];
    }),
  );
