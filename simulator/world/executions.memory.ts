import { dueAt, type Execution } from '../machine/execution.ts';
import { type Executions, tokenOf } from './executions.ts';
import { createShelf } from './shelf.ts';
import { createTimers } from './timers.ts';

/** Executions kept as they are. */
const HANDY = 100_000;

/** Executions in memory, for as long as they run: no world starts one a second time once it is over. */
export const createMemoryExecutions = (forgetToken: (token: string) => void): Executions => {
  const running = createShelf<Execution>(HANDY);
  const timers = createTimers();
  const nameOf = new Map<string, string>();
  const tokens = new Map<string, string>();

  const moveToken = (name: string, token: string | undefined): void => {
    const before = tokens.get(name);
    if (before === token) return;
    if (before !== undefined) {
      nameOf.delete(before);
      tokens.delete(name);
      forgetToken(before);
    }
    if (token === undefined) return;
    nameOf.set(token, name);
    tokens.set(name, token);
  };

  return {
    get: running.get,
    save: (execution) => {
      const { name, status } = execution;
      if (status === 'running') running.set(name, execution);
      else running.delete(name);
      timers.set(name, dueAt(execution));
      moveToken(name, tokenOf(execution));
    },
    waitingFor: (token) => {
      const name = nameOf.get(token);
      return name === undefined ? undefined : running.get(name);
    },
    nextDue: timers.next,
    running: running.size,
  };
};
