import type { ChoiceState, Machine, TaskState } from '../../language/compile/asl.ts';
import { StateError } from './errors.ts';
import { goOn, type Later } from './later.ts';
import { nextAttempt } from './retry.ts';
import { fill } from './template.ts';

interface Common {
  machine: Machine;
  /** The state it is in, or ended in. */
  state: string;
  input: unknown;
}

/** A task to be performed with these arguments, `delay` milliseconds from now. */
export interface Waiting extends Common {
  status: 'waiting';
  arguments: unknown;
  delay: number;
  retries: Record<string, number>;
}

/** One run of a machine: it waits for a task, or is over. Plain values, never written into. */
export type Run =
  | Waiting
  | (Common & { status: 'succeeded' })
  | (Common & { status: 'failed'; error: string; cause: string });

const RUNTIME = 'States.Runtime';
const QUERY = 'States.QueryEvaluationError';

const failed = (at: Common, error: string, cause: string): Run => ({ ...at, status: 'failed', error, cause });

/** Machines of ours never choose for long: more states than this without a task are a circle. */
const MOST_CHOICES = 1000;

/** Enters states until there is a task to perform, or the end. */
const enter = (at: Common, left = MOST_CHOICES): Later<Run> => {
  const state = at.machine.States[at.state];
  if (!state) return failed(at, RUNTIME, `There is no state "${at.state}".`);
  if (left === 0) return failed(at, RUNTIME, `The states at "${at.state}" lead to each other without a task.`);
  switch (state.Type) {
    case 'Succeed':
      return { ...at, status: 'succeeded' };
    case 'Choice':
      return goOn(choose(state, at), ({ Next, input }) => enter({ ...at, state: Next, input }, left - 1));
    case 'Task':
      return goOn(fill(state.Arguments, { input: at.input }, 'Arguments'), (filled) => ({
        ...at,
        status: 'waiting' as const,
        arguments: filled,
        delay: 0,
        retries: {},
      }));
  }
};

/** The first rule whose Condition is true. A Condition that is not a boolean is an error, as on AWS. */
const choose = ({ Choices, Default }: ChoiceState, { input }: Common): Later<{ Next: string; input: unknown }> => {
  const from = (place: number): Later<{ Next: string; input: unknown }> => {
    const rule = Choices[place];
    if (!rule) return { Next: Default, input };
    const field = `Choices[${place}]`;
    return goOn(fill(rule.Condition, { input }, `${field}/Condition`), (chosen) => {
      if (typeof chosen !== 'boolean')
        throw new StateError(QUERY, `${rule.Condition} in ${field} gave ${JSON.stringify(chosen)}, not a boolean.`);
      if (!chosen) return from(place + 1);
      if (rule.Output === undefined) return { Next: rule.Next, input };
      return goOn(fill(rule.Output, { input }, `${field}/Output`), (output) => ({ Next: rule.Next, input: output }));
    });
  };
  return from(0);
};

/** An expression that cannot be evaluated ends the run, as on AWS. */
const guarded = async (at: Common, step: () => Later<Run>): Promise<Run> => {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return failed(at, error.error, error.message);
  }
};

/** Begins a run, up to its first task. */
export const beginRun = (machine: Machine, input: unknown): Promise<Run> => {
  const at = { machine, state: machine.StartAt, input };
  return guarded(at, () => enter(at));
};

/** The task was performed: goes on to the next one, or to the end. */
export const taskSucceeded = ({ machine, state, input }: Waiting, result: unknown): Promise<Run> => {
  const at = { machine, state, input };
  const { Output, Next } = machine.States[state] as TaskState;
  return guarded(at, () =>
    goOn(Output === undefined ? result : fill(Output, { input, result }, 'Output'), (output) =>
      enter({ machine, state: Next, input: output }),
    ),
  );
};

/** The task failed: it is tried again, or the run is over. */
export const taskFailed = (run: Waiting, error: string, cause: string, random: () => number): Run => {
  const { machine, state, input } = run;
  const again = nextAttempt(machine.States[state] as TaskState, run.retries, error, random);
  return again ? { ...run, ...again } : failed({ machine, state, input }, error, cause);
};
