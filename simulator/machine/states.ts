import type { FailState, State, TaskState, WaitState } from '../../language/compile/asl.ts';
import { choose } from './choice.ts';
import { bindingsOf } from './context.ts';
import { type Problem, StateError } from './errors.ts';
import type { Execution } from './execution.ts';
import type { Later } from './later.ts';
import { fail, leave, type Now } from './leave.ts';
import { attempt, recover } from './task.ts';
import { fill } from './template.ts';
import { wait } from './wait.ts';

const HISTORY_LIMIT = 25_000;

const failAsWritten = async (state: FailState, now: Now): Promise<Execution> => {
  const bindings = bindingsOf(now.execution, now.tick);
  const text = async (field: 'Error' | 'Cause') => String((await fill(state[field], bindings, field)) ?? '');
  return fail(now, await text('Error'), await text('Cause'));
};

const begin = (state: State, now: Now): Later<Execution> => {
  const { execution, tick } = now;
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return leave(state, bindingsOf(execution, tick), execution.stateInput, now);
    case 'Choice':
      return choose(state, now);
    case 'Wait':
      return wait(state, now);
    case 'Task':
      return attempt(state, now);
    case 'Fail':
      return failAsWritten(state, now);
  }
};

/** Runs a part of the current state. */
const within = (now: Now, run: (state: State) => Later<Execution>): Later<Execution> => {
  const { definition, execution } = now;
  const state = definition.States[execution.state];
  if (!state) return fail(now, 'States.Runtime', `There is no state "${execution.state}".`);
  if (execution.history >= HISTORY_LIMIT)
    return fail(now, 'States.Runtime', `The execution reached ${HISTORY_LIMIT} history events.`);
  const caught = (error: unknown): Promise<Execution> => {
    if (!(error instanceof StateError)) throw error;
    return goWrong(state, error, now);
  };
  try {
    const entered = run(state);
    return entered instanceof Promise ? entered.catch(caught) : entered;
  } catch (error) {
    return caught(error);
  }
};

/** Only a task can recover. */
const goWrong = async (state: State, { error, message }: Problem, now: Now): Promise<Execution> =>
  state.Type === 'Task' ? recover(state, { error, message }, now) : fail(now, error, message);

const later = (now: Now, change: Partial<Execution>): Now => ({
  ...now,
  execution: { ...now.execution, ...change, history: now.execution.history + 1 },
});

/** Enters the state that the execution is ready for. */
export const enter = (before: Now): Later<Execution> => {
  const now = later(before, { enteredAt: before.tick.now, transitions: before.execution.transitions + 1 });
  return within(now, (state) => begin(state, now));
};

/** Leaves a Wait, or tries a task again. */
export const resume = (now: Now): Later<Execution> =>
  within(now, (state) =>
    state.Type === 'Task'
      ? attempt(state, now)
      : leave(state as WaitState, bindingsOf(now.execution, now.tick), now.execution.stateInput, now),
  );

export const succeedTask = (before: Now, result: unknown): Later<Execution> => {
  const now = later(before, {});
  return within(now, (state) =>
    leave(state as TaskState, bindingsOf(now.execution, now.tick, { result }), result, now),
  );
};

export const failTask = (before: Now, error: string, cause: string): Later<Execution> => {
  const now = later(before, {});
  return within(now, (state) => goWrong(state, { error, message: cause }, now));
};
