import type { Machine, State } from '../../../language/compile/asl.ts';
import { type Execution, start } from '../../../simulator/machine/execution.ts';
import type { Tick } from '../../../simulator/machine/functions.ts';
import { advance } from '../../../simulator/machine/interpreter.ts';

export const t0 = Date.parse('2026-03-02T09:00:00Z');

export const machine = (States: Record<string, State>): Machine => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0] ?? '',
  States,
});

/** The instant `seconds` after the start; tokens are token-1, token-2 and so on, and chance is always a half. */
export const ticks = () => {
  let tokens = 0;
  return (seconds: number): Tick => ({
    now: t0 + seconds * 1000,
    newToken: () => `token-${++tokens}`,
    random: () => 0.5,
  });
};

/** An execution of these states, run to the first thing that it waits for. */
export const begin = async (States: Record<string, State>, input: unknown = {}) => {
  const definition = machine(States);
  const at = ticks();
  const execution = await advance(definition, start(definition, { name: 'e1', machine: 'm1', input, now: t0 }), at(0));
  return { definition, execution, at };
};

/** The output of a machine that waits for nothing. */
export const outputOf = async (States: Record<string, State>, input: unknown = {}): Promise<unknown> => {
  const { execution } = await begin(States, input);
  return execution.status === 'succeeded' ? execution.output : errorOf(execution);
};

export const errorOf = ({ status, error, cause }: Execution) => ({ status, error, cause });
