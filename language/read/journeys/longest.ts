import type { Step } from '../../catalogue/definition.ts';

export const YEAR = 365 * 86_400;

export interface Lengths {
  /** How long the gate may hold a moment, in seconds. */
  patience: (moment: string) => number;
  /** Told the step at which a path first passes the limit. */
  passed: (step: Step) => void;
}

/** Seconds of the longest way through the steps from `begun`; -Infinity when all ways end the journey. */
export const longest = (steps: readonly Step[], begun: number, lengths: Lengths): number => {
  let now = begun;
  for (const step of steps) {
    const next = after(step, now, lengths);
    if (now <= YEAR && next > YEAR) lengths.passed(step);
    now = next;
  }
  return now;
};

const after = (step: Step, now: number, lengths: Lengths): number => {
  const most = (ways: readonly (readonly Step[])[], from: number) =>
    Math.max(...ways.map((way) => longest(way, from, lengths)));
  switch (step.kind) {
    case 'send': {
      const held = now + lengths.patience(step.moment);
      return Math.max(held, most([step.unsent], held));
    }
    case 'task':
    case 'emit':
      return Math.max(now, most([step.unsent], now));
    case 'wait':
      return now + step.seconds;
    case 'wait-until':
      return most([step.reached, step.past], now);
    case 'choose':
      return most([...step.branches.map(({ steps }) => steps), step.otherwise], now);
    case 'split':
      return most(
        step.arms.map(({ steps }) => steps),
        now,
      );
    case 'listen':
      return most([step.heard, step.silent], now + step.within);
    case 'repeat': {
      const turn = Math.max(0, longest(step.steps, 0, { ...lengths, passed: () => {} }));
      return now + (step.atMost - 1) * Math.max(step.every, turn) + turn;
    }
    case 'exit':
      return Number.NEGATIVE_INFINITY;
  }
};
