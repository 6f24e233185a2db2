import type { ChoiceState, Machine, TaskState } from '../../language/compile/asl.ts';
import { StateError } from './errors.ts';
import { goOn, type Later } from './later.ts';
import { nextAttempt } from './retry.ts';
import { compileTemplate, type States, type Template } from './template.ts';

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
      return goOn(choose(state, { input: at.input }), ({ Next, input }) =>
        enter({ ...at, state: Next, input }, left - 1),
      );
    case 'Task':
      return goOn(templatesOf(state).arguments({ input: at.input }), (filled) => ({
        ...at,
        status: 'waiting' as const,
        arguments: filled,
        delay: 0,
        retries: {},
      }));
  }
};

/** What is worked out from an object once. */
const once = <Of extends object, Value>(make: (of: Of) => Value): ((of: Of) => Value) => {
  const all = new WeakMap<Of, Value>();
  return (of) => {
    const cached = all.get(of);
    if (cached !== undefined) return cached;
    const value = make(of);
    all.set(of, value);
    return value;
  };
};

const templatesOf = once(({ Arguments, Output }: TaskState) => ({
  arguments: compileTemplate(Arguments, 'Arguments'),
  output: Output === undefined ? undefined : compileTemplate(Output, 'Output'),
}));

interface Rule {
  next: string;
  condition: Template;
  output: Template | undefined;
  isTrue: (chosen: unknown) => boolean;
}

const rulesOf = once(({ Choices }: ChoiceState) =>
  Choices.map(({ Next, Condition, Output }, place): Rule => {
    const field = `Choices[${place}]`;
    return {
      next: Next,
      condition: compileTemplate(Condition, `${field}/Condition`),
      output: Output === undefined ? undefined : compileTemplate(Output, `${field}/Output`),
      isTrue: (chosen) => {
        if (typeof chosen === 'boolean') return chosen;
        throw new StateError(QUERY, `${Condition} in ${field} gave ${JSON.stringify(chosen)}, not a boolean.`);
      },
    };
  }),
);

interface Chosen {
  Next: string;
  input: unknown;
}

const follow = ({ next, output }: Rule, states: States): Later<Chosen> =>
  output ? goOn(output(states), (input) => ({ Next: next, input })) : { Next: next, input: states.input };

/** The first rule whose Condition is true, from `first` on. A Condition that is not a boolean is an error, as on AWS. */
const choose = (state: ChoiceState, states: States, first = 0): Later<Chosen> => {
  const rules = rulesOf(state);
  for (let place = first; place < rules.length; place++) {
    const rule = rules[place] as Rule;
    const chosen = rule.condition(states);
    if (chosen instanceof Promise)
      return chosen.then((is) => (rule.isTrue(is) ? follow(rule, states) : choose(state, states, place + 1)));
    if (rule.isTrue(chosen)) return follow(rule, states);
  }
  return { Next: state.Default, input: states.input };
};

/** An expression that cannot be evaluated ends the run, as on AWS. */
const guarded = (at: Common, step: () => Later<Run>): Later<Run> => {
  const refuse = (error: unknown): Run => {
    if (!(error instanceof StateError)) throw error;
    return failed(at, error.error, error.message);
  };
  try {
    const run = step();
    return run instanceof Promise ? run.catch(refuse) : run;
  } catch (error) {
    return refuse(error);
  }
};

/** Begins a run, up to its first task. */
export const beginRun = (machine: Machine, input: unknown): Later<Run> => {
  const at = { machine, state: machine.StartAt, input };
  return guarded(at, () => enter(at));
};

/** The task was performed: goes on to the next one, or to the end. */
export const taskSucceeded = ({ machine, state, input }: Waiting, result: unknown): Later<Run> => {
  const at = { machine, state, input };
  const task = machine.States[state] as TaskState;
  return guarded(at, () => {
    const { output } = templatesOf(task);
    return goOn(output ? output({ input, result }) : result, (next) =>
      enter({ machine, state: task.Next, input: next }),
    );
  });
};

/** The task failed: it is tried again, or the run is over. */
export const taskFailed = (run: Waiting, error: string, cause: string, random: () => number): Run => {
  const { machine, state, input } = run;
  const again = nextAttempt(machine.States[state] as TaskState, run.retries, error, random);
  return again ? { ...run, ...again } : failed({ machine, state, input }, error, cause);
};
