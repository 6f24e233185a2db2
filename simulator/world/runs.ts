import { MachineNotDeployed, type Runs } from '../../functions/effects/effects.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { beginRun, type Run, taskFailed, taskSucceeded, type Waiting } from '../machine/run.ts';
import type { StorageWatch } from './storage-watch.ts';

export interface RunsDeps {
  machines: Record<string, Machine>;
  /** By the name that stands in a task's arguments. */
  tasks: Record<string, (payload: unknown) => Promise<unknown>>;
  report: (error: unknown) => void;
  storage: StorageWatch;
}

/** A run of a machine ended by an error: a fault of the machine or of a function, which no world goes on with. */
export class RunFailed extends Error {
  override name = 'RunFailed';
}

export interface LocalRuns extends Runs {
  /** Carries one run that has begun to its end. Whether there was one. */
  runNext(): Promise<boolean>;
  /** After a failed action nothing that it began goes on. */
  forget(): void;
}

interface Call {
  FunctionName: string;
  Payload: unknown;
}

/** Step Functions in one process: machines run by the interpreter, their tasks by the functions they name. */
export const createRuns = ({ machines, tasks, report, storage }: RunsDeps): LocalRuns => {
  const begun: Run[] = [];

  const call = async (run: Waiting): Promise<Run> => {
    const { FunctionName, Payload } = run.arguments as Call;
    try {
      const perform = tasks[FunctionName];
      if (!perform) throw new Error(`No function ${FunctionName} here.`);
      const result = await perform(Payload);
      storage.check();
      return await taskSucceeded(run, { Payload: result });
    } catch (error) {
      storage.check(error);
      report(error);
      const { name, message } = error as Error;
      // Nothing passes by waiting here, so it is tried again at once.
      return taskFailed(run, name, message, () => 0);
    }
  };

  return {
    start: async (journey, input) => {
      const machine = Object.hasOwn(machines, journey) ? machines[journey] : undefined;
      if (!machine) throw new MachineNotDeployed(`No machine for the journey ${journey}.`);
      begun.push(await beginRun(machine, input));
    },
    runNext: async () => {
      let run = begun.shift();
      if (!run) return false;
      while (run.status === 'waiting') run = await call(run);
      if (run.status === 'failed') throw new RunFailed(`A run failed at ${run.state}: ${run.error}, ${run.cause}`);
      return true;
    },
    forget: () => {
      begun.length = 0;
    },
  };
};
