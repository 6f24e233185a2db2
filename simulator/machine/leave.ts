import type { Machine } from '../../language/compile/asl.ts';
import type { Execution } from './execution.ts';
import type { Tick } from './functions.ts';
import { goOn, type Later } from './later.ts';
import { type Bindings, fill } from './template.ts';

/** One execution at one instant. */
export interface Now {
  definition: Machine;
  execution: Execution;
  tick: Tick;
}

/** Where a state, a rule of a Choice or a Catch leads, and with what. */
export interface Way {
  Next?: string;
  Output?: unknown;
  Assign?: Record<string, unknown>;
}

export const fail = ({ execution, tick }: Now, error: string, cause: string): Execution => {
  const { waiting: _, ...rest } = execution;
  return { ...rest, status: 'failed', error, cause, endedAt: tick.now, history: execution.history + 1 };
};

/** Assign and Output see the same values; neither sees the other's. */
const shaped = (
  way: Way,
  bindings: Bindings,
  otherwise: unknown,
  left: (output: unknown, variables: Variables) => Execution,
) =>
  goOn(way.Output === undefined ? otherwise : fill(way.Output, bindings, 'Output'), (output) => {
    if (way.Assign === undefined) return left(output, bindings.variables);
    return goOn(fill(way.Assign, bindings, 'Assign'), (assigned) =>
      left(output, { ...bindings.variables, ...(assigned as Variables) }),
    );
  });

type Variables = Execution['variables'];

/** Ends the current state by one of its ways; `value` is its output unless the way says otherwise. */
export const leave = (way: Way, bindings: Bindings, value: unknown, { execution, tick }: Now): Later<Execution> =>
  shaped(way, bindings, value, (output, variables) => {
    const left = { ...execution, variables, history: execution.history + 1 };
    if (way.Next !== undefined)
      return { ...left, state: way.Next, stateInput: output, retries: {}, waiting: { kind: 'ready' } };
    const { waiting: _, ...rest } = left;
    return { ...rest, status: 'succeeded', output, endedAt: tick.now, history: left.history + 1 };
  });
