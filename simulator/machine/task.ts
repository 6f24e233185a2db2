import type { TaskState } from '../../language/compile/asl.ts';
import { bindingsOf } from './context.ts';
import { matches, type Problem, StateError } from './errors.ts';
import type { Execution, Waiting } from './execution.ts';
import { goOn, type Later } from './later.ts';
import { fail, leave, type Now } from './leave.ts';
import { nextAttempt } from './retry.ts';
import { wholeSeconds } from './seconds.ts';
import { type Bindings, fill } from './template.ts';

/** Seconds from a field of a task; undefined without it. */
const limit = (value: number | string | undefined, field: string, bindings: Bindings): Later<number | undefined> =>
  value === undefined ? undefined : goOn(fill(value, bindings, field), (found) => wholeSeconds(found, field, 1));

/** Asks for the task to be performed: each attempt with a token of its own, and all its time. */
export const attempt = (state: TaskState, { execution, tick }: Now): Later<Execution> => {
  const token = state.Resource.endsWith('.waitForTaskToken') ? tick.newToken() : undefined;
  const bindings = bindingsOf(execution, tick, token === undefined ? {} : { token });
  const waitFor = (timeout: number | undefined, heartbeat: number | undefined, given: unknown): Execution => {
    const waiting: Waiting = {
      kind: 'task',
      resource: state.Resource,
      arguments: given,
      ...(token === undefined ? {} : { token }),
      ...(timeout === undefined ? {} : { timeoutAt: tick.now + timeout * 1000 }),
      ...(heartbeat === undefined ? {} : { heartbeat, heartbeatAt: tick.now + heartbeat * 1000 }),
    };
    return { ...execution, waiting, history: execution.history + 2 };
  };
  return goOn(limit(state.TimeoutSeconds, 'TimeoutSeconds', bindings), (timeout) =>
    goOn(limit(state.HeartbeatSeconds, 'HeartbeatSeconds', bindings), (heartbeat) =>
      goOn(
        state.Arguments === undefined ? execution.stateInput : fill(state.Arguments, bindings, 'Arguments'),
        (given) => waitFor(timeout, heartbeat, given),
      ),
    ),
  );
};

const retried = ({ execution, tick }: Now, state: TaskState, error: string): Execution | undefined => {
  const again = nextAttempt(state, execution.retries, error, tick.random);
  return (
    again && {
      ...execution,
      retries: again.retries,
      waiting: { kind: 'until', at: tick.now + again.delay },
      transitions: execution.transitions + 1,
    }
  );
};

/** After an error of a task: tries again, goes where a Catch says, or fails. */
export const recover = async (state: TaskState, { error, message }: Problem, now: Now): Promise<Execution> => {
  const again = retried(now, state, error);
  if (again) return again;
  const catcher = state.Catch?.find(({ ErrorEquals }) => matches(ErrorEquals, error));
  if (!catcher) return fail(now, error, message);
  const errorOutput = { Error: error, Cause: message };
  try {
    return await leave(catcher, bindingsOf(now.execution, now.tick, { errorOutput }), errorOutput, now);
  } catch (thrown) {
    // An error in a Catch's own expressions has nowhere else to go.
    if (thrown instanceof StateError) return fail(now, thrown.error, thrown.message);
    throw thrown;
  }
};
