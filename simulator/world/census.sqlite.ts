import type { DatabaseSync } from 'node:sqlite';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import { createSqliteAskers } from './askers.sqlite.ts';
import type { CensusStorage } from './census.ts';
import { createSqliteCounts } from './counts.sqlite.ts';
import { createSqliteDirectory } from './directory.sqlite.ts';
import { createSqlitePeople } from './people.sqlite.ts';
import { createSqliteQueue } from './queue.sqlite.ts';

/** What is known of everybody, in SQLite. */
export const createSqliteCensus = (db: DatabaseSync, load: CustomerStore['load']): CensusStorage => {
  const { ledger, rejections, counts, crowds, upcoming, resting } = createSqliteCounts(db);
  const people = createSqlitePeople(db);
  const queue = createSqliteQueue(db);
  const directory = createSqliteDirectory(db, load);
  const askers = createSqliteAskers(db);
  return {
    ledger,
    rejections,
    people: people.index,
    queue: queue.index,
    directory: directory.index,
    askers: askers.index,
    read: {
      counts,
      upcoming,
      queue: queue.read,
      crowds,
      people: { counts: resting, at: people.at },
      directory: directory.read,
      askers: askers.read,
    },
  };
};
