import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import { branchesOf, everyStep, type Messages, patienceOf } from './moments.ts';

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const own = (journey: JourneyDefinition, step: Step, messages: Messages): number => {
  if (step.kind === 'wait') return step.seconds;
  if (step.kind === 'listen') return step.within;
  return step.kind === 'send' || step.kind === 'task' ? patienceOf(journey, step.moment, messages) : 0;
};

const pathOf = (journey: JourneyDefinition, steps: Step[], messages: Messages): number =>
  sum(
    steps.map((step) => {
      const branches = branchesOf(step).map((branch) => pathOf(journey, branch, messages));
      return own(journey, step, messages) + Math.max(0, ...branches);
    }),
  );

/** Longest path without waits for dates, in seconds: an exit may come at its very end, and its last words after it. */
export const longestOf = (journey: JourneyDefinition, messages: Messages): number =>
  pathOf(journey, journey.steps, messages) +
  Math.max(0, ...journey.exits.map(({ steps }) => pathOf(journey, steps, messages)));

/** The dates that a path may wait for. */
export const datesOf = (journey: JourneyDefinition): { date: string; offset: number }[] => {
  const dates = everyStep(journey).flatMap((step) =>
    step.kind === 'wait-until' ? [{ date: step.until, offset: step.offset }] : [],
  );
  return dates.filter(({ date, offset }, i) => dates.findIndex((d) => d.date === date && d.offset === offset) === i);
};
