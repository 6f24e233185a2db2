import type { DatabaseSync } from 'node:sqlite';
import type { ReadableTimeline } from '../../functions/relay/ports.ts';

/** The timeline in SQLite. */
export const createSqliteTimeline = (db: DatabaseSync): ReadableTimeline => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS timeline (seq INTEGER PRIMARY KEY, customer TEXT NOT NULL, version INTEGER NOT NULL, idx INTEGER NOT NULL, entry TEXT NOT NULL, UNIQUE (customer, version, idx))',
  );
  const insert = db.prepare('INSERT OR IGNORE INTO timeline (customer, version, idx, entry) VALUES (?, ?, ?, ?)');
  const ofCustomer = db.prepare('SELECT entry FROM timeline WHERE customer = ? ORDER BY version, idx');
  const last = db.prepare("SELECT coalesce(max(version), 0) AS version FROM timeline WHERE customer = ''");
  return {
    reject: (entry) => {
      const { version } = last.get() as { version: number };
      insert.run('', version + 1, 0, JSON.stringify(entry));
    },
    write: async (entries) => {
      for (const { customer, version, index, entry } of entries) {
        insert.run(customer, version, index, JSON.stringify(entry));
      }
    },
    of: (customer) => (ofCustomer.all(customer) as { entry: string }[]).map(({ entry }) => JSON.parse(entry)),
  };
};
