import { createMemoryStore } from './customers.memory.ts';
import { createMemoryExecutions } from './executions.memory.ts';
import { createMemoryHistory } from './history.memory.ts';
import { createDefinitions } from './machines.ts';
import type { OpenStorage } from './storage.ts';
import { createMemoryTokens } from './tokens.memory.ts';

/** An action failed midway, and memory cannot take back what it had written. */
export class WorldBroken extends Error {
  override name = 'WorldBroken';
}

/** A world in memory, gone with its process. With `history: false` nobody can read back what happened and what was sent. */
export const inMemory =
  ({ history = true }: { history?: boolean } = {}): OpenStorage =>
  ({ machines, now, onCommit }) => {
    const tokens = createMemoryTokens();
    let broken = false;
    return {
      customers: createMemoryStore(onCommit),
      tokens,
      ...createMemoryHistory(history, now),
      executions: createMemoryExecutions(tokens.forget),
      definitions: createDefinitions(machines, new Map()),
      begin: () => {
        if (broken) throw new WorldBroken('An earlier action failed midway. Open a new world, or one in SQLite.');
      },
      commit: () => {},
      rollback: () => {
        broken = true;
      },
    };
  };
