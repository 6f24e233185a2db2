import type { Execution } from './execution.ts';
import type { Tick } from './functions.ts';
import type { Bindings } from './template.ts';

const iso = (millis: number): string => new Date(millis).toISOString();

const retryCount = ({ retries }: Execution): number => Object.values(retries).reduce((sum, count) => sum + count, 0);

const contextOf = (execution: Execution, token: string | undefined): Record<string, unknown> => {
  const { name, machine, input, startedAt, state, enteredAt } = execution;
  const arn = (kind: string) => `arn:aws:states:us-east-1:000000000000:${kind}:${machine}`;
  return {
    Execution: {
      Id: `${arn('execution')}:${name}`,
      Name: name,
      Input: input,
      StartTime: iso(startedAt),
      RedriveCount: 0,
    },
    State: { Name: state, EnteredTime: iso(enteredAt), RetryCount: retryCount(execution) },
    StateMachine: { Id: arn('stateMachine'), Name: machine },
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
};

/** What the expressions of the current state may read; `more` is its `result` or `errorOutput`. */
export const bindingsOf = (
  execution: Execution,
  tick: Tick,
  more: { result?: unknown; errorOutput?: unknown; token?: string } = {},
): Bindings => {
  const { token, ...shown } = more;
  let context: Record<string, unknown> | undefined;
  const states = {
    input: execution.stateInput,
    // Few expressions read it.
    get context() {
      context ??= contextOf(execution, token);
      return context;
    },
    ...shown,
  };
  return { states, variables: execution.variables, tick };
};
