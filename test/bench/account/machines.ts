import type { Machine } from '../../../language/compile/asl.ts';
import { beginRun, type Run, taskSucceeded, type Waiting } from '../../../simulator/machine/run.ts';

/** A call that a run waits for. */
export interface Call {
  function: 'deliver' | 'advance';
  payload: unknown;
}

interface Task {
  FunctionName: string;
  Payload: unknown;
}

const callOf = ({ arguments: task }: Waiting): Call => {
  const { FunctionName, Payload } = task as Task;
  return { function: FunctionName === '${DeliverFunction}' ? 'deliver' : 'advance', payload: Payload };
};

/** Carries one run of a machine to its end. */
export const carryRun = async (
  machine: Machine,
  input: unknown,
  perform: (call: Call) => Promise<unknown>,
): Promise<void> => {
  let run: Run = await beginRun(machine, input);
  while (run.status === 'waiting') run = await taskSucceeded(run, { Payload: await perform(callOf(run)) });
  if (run.status === 'failed') throw new Error(`A run failed at ${run.state}: ${run.error}, ${run.cause}`);
};
