import type { DatabaseSync } from 'node:sqlite';
import { createSqliteAddressBook } from './address-book.sqlite.ts';
import { createSqliteBroadcasts } from './broadcasts.sqlite.ts';
import { createSqliteBudgets } from './budgets.sqlite.ts';
import { createSqliteCensus } from './census.sqlite.ts';
import { createSqliteStore } from './customers.sqlite.ts';
import { createSqliteOutbox } from './outbox.sqlite.ts';
import type { OpenStorage } from './storage.ts';
import { createSqliteTimeline } from './timeline.sqlite.ts';
import { createSqliteTimers } from './timers.sqlite.ts';

/** A world in SQLite, a file or memory: an action is a transaction, and all of it is there after a restart. */
export const inSqlite =
  (db: DatabaseSync): OpenStorage =>
  ({ now, onCommit }) => {
    const customers = createSqliteStore(db, onCommit);
    const [timeline, outbox] = [createSqliteTimeline(db), createSqliteOutbox(db, now)];
    const wipes = ['timeline', 'outbox'].map((table) => db.prepare(`DELETE FROM ${table} WHERE customer = ?`));
    return {
      customers,
      broadcasts: createSqliteBroadcasts(db),
      census: createSqliteCensus(db, customers.load),
      timeline,
      outbox,
      wipe: (customer) => {
        for (const wipe of wipes) wipe.run(customer);
      },
      timers: createSqliteTimers(db),
      addresses: createSqliteAddressBook(db),
      budgets: createSqliteBudgets(db),
      begin: () => db.exec('BEGIN'),
      commit: () => db.exec('COMMIT'),
      rollback: () => {
        if (db.isTransaction) db.exec('ROLLBACK');
      },
    };
  };
