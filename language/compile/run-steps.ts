import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { RunStep } from '../catalogue/step.ts';
import { everyStep, type Messages, purposeOf } from './moments.ts';

/** What run time does at a step; undefined where nobody can stand. */
const runStepOf = (step: Step, journey: JourneyDefinition, { moments }: Messages): RunStep | undefined => {
  switch (step.kind) {
    case 'send':
    case 'task': {
      const { id: _, unsent: __, ...message } = step;
      return { ...message, purpose: purposeOf(journey, moments[step.moment]) };
    }
    case 'emit': {
      const { id: _, unsent: __, ...emit } = step;
      return emit;
    }
    case 'wait':
      return { kind: 'wait', seconds: step.seconds };
    case 'wait-until':
      return { kind: 'wait-until', until: step.until, offset: step.offset };
    case 'listen': {
      const { id: _, heard: __, silent: ___, ...listening } = step;
      return listening;
    }
    case 'repeat': {
      const { id: _, steps: __, ...loop } = step;
      return loop;
    }
    case 'choose':
    case 'split':
    case 'exit':
      return undefined;
  }
};

/** Every step of a journey at which somebody can stand, by its id. */
export const runStepsOf = (journey: JourneyDefinition, messages: Messages): Record<string, RunStep> =>
  Object.fromEntries(
    everyStep(journey).flatMap((step) => {
      const atRunTime = runStepOf(step, journey, messages);
      return atRunTime ? [[step.id, atRunTime]] : [];
    }),
  );
