import type { Step } from '../catalogue/definition.ts';
import { pathsIn } from '../expressions/condition.ts';

export const readsCustomer = (sources: string[]): boolean =>
  sources.some((source) => pathsIn(source).some(([root]) => root === 'customer'));

/** What a step itself reads to go on, not the steps in its branches. */
export const conditionsOf = (step: Step): string[] => {
  if (step.kind === 'choose') return step.branches.map(({ when }) => when);
  return step.kind === 'wait-until' ? [step.until] : [];
};

/** Whether facts must be asked for before the step: it reads some, and time has passed since a task answered them. */
export const needsFacts = (step: Step, fresh: boolean): boolean => !fresh && readsCustomer(conditionsOf(step));

/** Whether the facts in the state are fresh after these steps, whichever way they took. */
export const freshAfter = (steps: Step[], fresh: boolean): boolean =>
  steps.reduce((was, step) => afterOne(step, was), fresh);

const afterOne = (step: Step, before: boolean): boolean => {
  const fresh = before || needsFacts(step, before);
  switch (step.kind) {
    case 'wait':
      return false;
    case 'wait-until':
      return freshAfter(step.reached, false) && freshAfter(step.past, fresh);
    case 'choose':
      return [...step.branches.map(({ steps }) => steps), step.otherwise].every((steps) => freshAfter(steps, fresh));
    case 'split':
      return step.arms.every(({ steps }) => freshAfter(steps, fresh));
    case 'listen':
      return freshAfter(step.heard, true) && freshAfter(step.silent, true);
    case 'send':
    case 'task':
    case 'emit':
      return freshAfter(step.unsent, true);
    case 'exit':
      return true;
  }
};
