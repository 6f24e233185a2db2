import type { DatabaseSync } from 'node:sqlite';
import type { AskersIndex } from '../../functions/census/ports.ts';
import type { Askers } from '../../functions/shared/stores/askers.ts';

/** Who asked for what, in SQLite. */
export const createSqliteAskers = (db: DatabaseSync): { index: AskersIndex; read: Askers } => {
  db.exec('CREATE TABLE IF NOT EXISTS askers (theme TEXT, customer TEXT, PRIMARY KEY (theme, customer)) WITHOUT ROWID');
  const put = db.prepare('INSERT OR REPLACE INTO askers VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM askers WHERE theme = ? AND customer = ?');
  const some = db.prepare('SELECT customer FROM askers WHERE theme = ? AND customer > ? ORDER BY customer LIMIT ?');
  const total = db.prepare('SELECT count(*) AS n FROM askers WHERE theme = ?');
  return {
    index: {
      write: async ({ gone, come }) => {
        for (const { theme, customer } of gone) drop.run(theme, customer);
        for (const { theme, customer } of come) put.run(theme, customer);
      },
    },
    read: {
      page: async (theme, after, count) => {
        const customers = some.all(theme, after ?? '', count).map(({ customer }) => String(customer));
        const last = customers.length === count ? customers.at(-1) : undefined;
        return { customers, ...(last !== undefined && { next: last }) };
      },
      count: async (theme) => Number(total.get(theme)?.n),
    },
  };
};
