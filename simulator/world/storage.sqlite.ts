import type { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from './customers.sqlite.ts';
import { createSqliteExecutions } from './executions.sqlite.ts';
import { createDefinitions } from './machines.ts';
import { createSqliteOutbox } from './outbox.sqlite.ts';
import type { OpenStorage } from './storage.ts';
import { createSqliteTimeline } from './timeline.sqlite.ts';
import { createSqliteTokens } from './tokens.sqlite.ts';

/** A world in SQLite, a file or memory: an action is a transaction, and all of it is there after a restart. */
export const inSqlite =
  (db: DatabaseSync): OpenStorage =>
  ({ machines, now, onCommit }) => {
    db.exec('CREATE TABLE IF NOT EXISTS machines (name TEXT PRIMARY KEY, machine TEXT NOT NULL) WITHOUT ROWID');
    const insert = db.prepare('INSERT OR IGNORE INTO machines (name, machine) VALUES (?, ?)');
    const select = db.prepare('SELECT machine FROM machines WHERE name = ?');
    return {
      customers: createSqliteStore(db, onCommit),
      tokens: createSqliteTokens(db),
      timeline: createSqliteTimeline(db),
      outbox: createSqliteOutbox(db, now),
      executions: createSqliteExecutions(db),
      definitions: createDefinitions(machines, {
        set: (name, text) => void insert.run(name, text),
        get: (name) => (select.get(name) as { machine: string } | undefined)?.machine,
      }),
      begin: () => db.exec('BEGIN'),
      commit: () => db.exec('COMMIT'),
      rollback: () => {
        if (db.isTransaction) db.exec('ROLLBACK');
      },
    };
  };
