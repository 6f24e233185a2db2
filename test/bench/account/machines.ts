import type { Machine } from '../../../language/compile/asl.ts';
import { dueAt, type Execution, start } from '../../../simulator/machine/execution.ts';
import { advance, taskFailed, taskSubmitted, taskSucceeded } from '../../../simulator/machine/interpreter.ts';

/** A call that an execution waits for. */
export interface Asked {
  execution: string;
  function: 'deliver' | 'advance';
  payload: unknown;
}

interface Task {
  FunctionName: string;
  Payload: unknown;
}

/** Executions in virtual time, with the transitions that AWS would bill. */
export const createMachines = (machines: Record<string, Machine>, now: () => number) => {
  const executions = new Map<string, Execution>();
  let tokens = 0;
  const tick = () => ({ now: now(), newToken: () => `token-${++tokens}`, random: () => 0.5 });
  const definitionOf = ({ machine }: Execution): Machine => machines[machine] as Machine;
  const keep = (execution: Execution): void => void executions.set(execution.name, execution);
  const waitingFor = (token: string) =>
    [...executions.values()].find(({ waiting }) => waiting?.kind === 'task' && waiting.token === token);

  return {
    start: async (machine: string, name: string, input: unknown): Promise<void> => {
      if (executions.has(name)) return;
      const definition = machines[machine] as Machine;
      keep(await advance(definition, start(definition, { name, machine, input, now: now() }), tick()));
    },
    succeed: async (token: string, output: unknown): Promise<void> => {
      const execution = waitingFor(token);
      if (execution) keep(await taskSucceeded(definitionOf(execution), execution, output, tick()));
    },
    fail: async (token: string, error: string): Promise<void> => {
      const execution = waitingFor(token);
      if (execution) keep(await taskFailed(definitionOf(execution), execution, { error, cause: '' }, tick()));
    },
    /** The next call to be made, if any. */
    asked: (): Asked | undefined => {
      for (const { name, waiting } of executions.values()) {
        if (waiting?.kind !== 'task' || waiting.submitted) continue;
        const { FunctionName, Payload } = waiting.arguments as Task;
        const called = FunctionName === '${DeliverFunction}' ? 'deliver' : 'advance';
        return { execution: name, function: called, payload: Payload };
      }
      return undefined;
    },
    answered: async (name: string, answer: unknown): Promise<void> => {
      const execution = executions.get(name);
      if (execution?.waiting?.kind !== 'task') return;
      const { token } = execution.waiting;
      keep(
        token === undefined
          ? await taskSucceeded(definitionOf(execution), execution, { Payload: answer }, tick())
          : taskSubmitted(execution, token),
      );
    },
    /** When something is due next by itself. */
    next: (): number | undefined => {
      const times = [...executions.values()].map(dueAt).filter((at) => at !== undefined);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    /** Moves on what is due. */
    wake: async (): Promise<void> => {
      for (const execution of executions.values()) {
        const due = dueAt(execution);
        if (due !== undefined && due <= now()) keep(await advance(definitionOf(execution), execution, tick()));
      }
    },
    /** Of all executions so far, which are then forgotten. */
    takeTransitions: (): number => {
      const all = [...executions.values()];
      const left = all.find(({ status }) => status !== 'succeeded');
      if (left) throw new Error(`The execution ${left.name} is ${left.status} at ${left.state}: ${left.cause ?? ''}`);
      executions.clear();
      return all.reduce((sum, { transitions }) => sum + transitions, 0);
    },
  };
};
