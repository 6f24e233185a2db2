import type { Step } from '../../catalogue/definition.ts';
import { kindOf } from '../../steps/steps.ts';
import { foldPaths } from '../../steps/walk.ts';

const YEAR = 365 * 86_400;

/** In seconds: no enrolment lasts longer. */
export const LONGEST_PATH = 10 * YEAR;

interface Lengths {
  /** How long the gate may hold a moment, in seconds. */
  patience: (moment: string) => number;
  /** Called with the step at which a path first passes the limit. */
  passed: (step: Step) => void;
}

/** Seconds of the longest way through the steps from `begun`; -Infinity when all ways end the journey. */
export const longest = (steps: readonly Step[], begun: number, { patience, passed }: Lengths): number => {
  const later = (step: Step, before: number, now: number): number => {
    if (before <= LONGEST_PATH && now > LONGEST_PATH) passed(step);
    return now;
  };
  return foldPaths(steps, begun, {
    step: (step, before) => later(step, before, before + kindOf(step).seconds(step, patience)),
    branch: (_, at) => at,
    turn: ({ loop }, at, walk, step) => {
      const first = walk(at);
      const turn = Number.isFinite(first) ? first - at : 0;
      const last = first + (loop.atMost - 1) * Math.max(loop.every, turn);
      return Math.max(loop.until ? at : Number.NEGATIVE_INFINITY, later(step, first, last));
    },
    join: (_, ways) => Math.max(...ways),
  });
};
