import { share } from '../../core/hash.ts';
import { MachineNotDeployed, type Machines } from '../../functions/effects/effects.ts';
import type { Execution } from '../machine/execution.ts';
import { start } from '../machine/execution.ts';
import type { Tick } from '../machine/functions.ts';
import { advance, taskFailed, taskSubmitted, taskSucceeded } from '../machine/interpreter.ts';
import type { Executions } from './executions.ts';
import type { Definitions } from './machines.ts';
import type { StorageWatch } from './storage-watch.ts';

export interface RunnerDeps {
  executions: Executions;
  definitions: Definitions;
  now: () => number;
  /** By the name that stands in a task's arguments. `invocation` is an id of that one call. */
  functions: Record<string, (payload: unknown, invocation: string) => Promise<unknown>>;
  report: (error: unknown) => void;
  storage: StorageWatch;
}

export interface Runner extends Machines {
  /** Runs one execution that has something to do. Whether there was one. */
  runReady(): Promise<boolean>;
  /** An execution whose time has come. */
  wake(name: string): Promise<void>;
  next(): { name: string; at: number } | undefined;
  running(): number;
  get(name: string): Execution | undefined;
  /** After a failed action: what was ready is read anew. */
  forget(): void;
}

interface Call {
  FunctionName: string;
  Payload: unknown;
}

/** Step Functions in one process: machines run by the interpreter, their tasks by the functions they name. */
export const createRunner = ({ executions, definitions, now, functions, report, storage }: RunnerDeps): Runner => {
  const ready: Execution[] = [];

  const invocationOf = ({ name, history }: Execution): string => `${name}-${history}`;

  const tickOf = (execution: Execution): Tick => {
    let tokens = 0;
    let draws = 0;
    const key = invocationOf(execution);
    return { now: now(), newToken: () => `${key}-${tokens++}`, random: () => share(`${key}-${draws++}`) };
  };

  /** Keeps an execution; one that waits for a call to be made is ready for it. */
  const keep = (execution: Execution): void => {
    executions.save(execution);
    const { waiting } = execution;
    if (waiting?.kind === 'task' && !waiting.submitted) ready.push(execution);
  };

  const call = async (execution: Execution): Promise<Execution> => {
    const { waiting } = execution;
    if (waiting?.kind !== 'task') return execution;
    const definition = definitions.get(execution.machine);
    const { FunctionName, Payload } = waiting.arguments as Call;
    try {
      const perform = functions[FunctionName];
      if (!perform) throw new Error(`No function ${FunctionName} here.`);
      const result = await perform(Payload, invocationOf(execution));
      storage.check();
      if (waiting.token !== undefined) return taskSubmitted(execution, waiting.token);
      return await taskSucceeded(definition, execution, { Payload: result }, tickOf(execution));
    } catch (error) {
      storage.check(error);
      report(error);
      const { name, message } = error as Error;
      return taskFailed(definition, execution, { error: name, cause: message }, tickOf(execution));
    }
  };

  const answered = async (token: string, move: (execution: Execution) => Promise<Execution>): Promise<void> => {
    const execution = executions.waitingFor(token);
    if (execution) keep(await move(execution));
  };

  return {
    start: async (journey, name, input) => {
      if (executions.get(name)) return;
      const machine = definitions.current(journey);
      if (machine === undefined) throw new MachineNotDeployed(`No machine for the journey ${journey}.`);
      const definition = definitions.get(machine);
      const execution = start(definition, { name, machine, input, now: now() });
      keep(await advance(definition, execution, tickOf(execution)));
    },
    succeed: (token, answer) =>
      answered(token, (execution) =>
        taskSucceeded(definitions.get(execution.machine), execution, answer, tickOf(execution)),
      ),
    fail: (token, error) =>
      answered(token, (execution) =>
        taskFailed(definitions.get(execution.machine), execution, { error, cause: '' }, tickOf(execution)),
      ),
    // Only an erasure stops one, and nobody is erased while a world runs.
    stop: async () => {},
    runReady: async () => {
      const execution = ready.shift();
      if (!execution) return false;
      keep(await call(execution));
      return true;
    },
    wake: async (name) => {
      const execution = executions.get(name);
      if (execution) keep(await advance(definitions.get(execution.machine), execution, tickOf(execution)));
    },
    next: executions.nextDue,
    running: executions.running,
    get: executions.get,
    forget: () => {
      ready.length = 0;
    },
  };
};
