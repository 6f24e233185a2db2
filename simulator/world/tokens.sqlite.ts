import type { DatabaseSync } from 'node:sqlite';
import type { TokenStore } from '../../functions/advance/tokens.ts';

/** Task tokens in SQLite. */
export const createSqliteTokens = (db: DatabaseSync): TokenStore => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS tokens (enrolment TEXT, step TEXT, token TEXT, PRIMARY KEY (enrolment, step, token)) WITHOUT ROWID',
  );
  const insert = db.prepare('INSERT OR IGNORE INTO tokens (enrolment, step, token) VALUES (?, ?, ?)');
  const select = db.prepare('SELECT token FROM tokens WHERE enrolment = ? AND step = ? ORDER BY token');
  return {
    put: async (enrolment, step, token) => {
      insert.run(enrolment, step, token);
    },
    list: async (enrolment, step) => (select.all(enrolment, step) as { token: string }[]).map(({ token }) => token),
  };
};
