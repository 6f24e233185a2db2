import type { DatabaseSync } from 'node:sqlite';
import { Timer } from '../../functions/effects/schema.ts';
import type { Timers } from './timers.ts';

/** Timers in SQLite. */
export const createSqliteTimers = (db: DatabaseSync): Timers => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS timers (enrolment TEXT PRIMARY KEY, customer TEXT NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL, timer TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS timers_at ON timers (at, seq);
    CREATE INDEX IF NOT EXISTS timers_customer ON timers (customer);
  `);
  const replace = db.prepare(
    'INSERT OR REPLACE INTO timers (enrolment, customer, at, seq, timer) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM timers WHERE enrolment = ?');
  const removeAll = db.prepare('DELETE FROM timers WHERE customer = ?');
  const first = db.prepare('SELECT at, timer FROM timers ORDER BY at, seq LIMIT 1');
  const count = db.prepare('SELECT count(*) AS n FROM timers');
  let seq = (db.prepare('SELECT coalesce(max(seq), 0) AS last FROM timers').get() as { last: number }).last;
  return {
    set: ({ at, timer }) => {
      replace.run(timer.enrolment, timer.customer, at, ++seq, JSON.stringify(timer));
    },
    delete: (enrolment) => {
      remove.run(enrolment);
    },
    wipe: (customer) => {
      removeAll.run(customer);
    },
    next: () => {
      const row = first.get() as { at: number; timer: string } | undefined;
      return row && { at: row.at, timer: Timer.parse(JSON.parse(row.timer)) };
    },
    count: () => (count.get() as { n: number }).n,
  };
};
