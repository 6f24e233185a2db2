import { createMemoryAddressBook } from './address-book.memory.ts';
import { createMemoryBroadcasts } from './broadcasts.memory.ts';
import { createMemoryBudgets } from './budgets.memory.ts';
import { createMemoryCensus } from './census.memory.ts';
import { createMemoryStore } from './customers.memory.ts';
import { createMemoryHistory } from './history.memory.ts';
import type { OpenStorage } from './storage.ts';
import { createMemoryTimers } from './timers.memory.ts';

/** An action failed midway, and memory cannot take back what it had written. */
export class WorldBroken extends Error {
  override name = 'WorldBroken';
}

/** A world in memory, gone with its process. With `history: false` nobody can read back what happened and what was sent. */
export const inMemory =
  ({ history = true }: { history?: boolean } = {}): OpenStorage =>
  ({ now, onCommit }) => {
    let broken = false;
    const customers = createMemoryStore(onCommit);
    return {
      customers,
      broadcasts: createMemoryBroadcasts(),
      ...(history && { census: createMemoryCensus(customers.load) }),
      ...createMemoryHistory(history, now),
      timers: createMemoryTimers(),
      addresses: createMemoryAddressBook(),
      budgets: createMemoryBudgets(),
      begin: () => {
        if (broken) throw new WorldBroken('An earlier action failed midway. Open a new world, or one in SQLite.');
      },
      commit: () => {},
      rollback: () => {
        broken = true;
      },
    };
  };
