import type { DatabaseSync } from 'node:sqlite';
import type { Budgets } from '../../functions/shared/stores/budgets.ts';

/** Budgets of gestures in SQLite: what is used is the sum of what gestures hold. */
export const createSqliteBudgets = (db: DatabaseSync): Budgets => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS budgets (gesture TEXT NOT NULL, key TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (gesture, key));' +
      'CREATE INDEX IF NOT EXISTS budgets_by_key ON budgets (key);' +
      'CREATE TABLE IF NOT EXISTS reservations (gesture TEXT PRIMARY KEY, state TEXT NOT NULL)',
  );
  const known = db.prepare('SELECT state FROM reservations WHERE gesture = ?');
  const sum = db.prepare('SELECT coalesce(sum(amount), 0) AS used FROM budgets WHERE key = ?');
  const take = db.prepare('INSERT INTO budgets VALUES (?, ?, ?)');
  const free = db.prepare('DELETE FROM budgets WHERE gesture = ?');
  const note = db.prepare('INSERT INTO reservations VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state');
  const usedOf = (key: string): number => Number(sum.get(key)?.used ?? 0);
  return {
    reserve: async (gesture, demands) => {
      const state = known.get(gesture)?.state;
      if (state !== undefined) return state === 'released' ? 'released' : 'reserved';
      const over = demands.find(({ key, amount, most }) => usedOf(key) + amount > most);
      if (over) return { full: over.scope };
      for (const { key, amount } of demands) take.run(gesture, key, amount);
      note.run(gesture, 'reserved');
      return 'reserved';
    },
    release: async (gesture) => {
      free.run(gesture);
      note.run(gesture, 'released');
    },
    used: async (keys) => keys.map(usedOf),
  };
};
