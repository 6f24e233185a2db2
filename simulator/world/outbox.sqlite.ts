import type { DatabaseSync } from 'node:sqlite';
import type { Outbox } from './outbox.ts';

/** Messages in SQLite. */
export const createSqliteOutbox = (db: DatabaseSync, now: () => number): Outbox => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY, customer TEXT NOT NULL, message TEXT NOT NULL); CREATE INDEX IF NOT EXISTS outbox_customer ON outbox (customer)',
  );
  const insert = db.prepare('INSERT INTO outbox (customer, message) VALUES (?, ?)');
  const select = db.prepare('SELECT message FROM outbox WHERE customer = ? ORDER BY seq');
  const total = db.prepare('SELECT count(*) AS n FROM outbox');
  return {
    send: async (message) => {
      insert.run(message.customer, JSON.stringify({ ...message, at: new Date(now()).toISOString() }));
      return { result: 'accepted', reference: message.id };
    },
    of: (customer) => (select.all(customer) as { message: string }[]).map(({ message }) => JSON.parse(message)),
    count: () => (total.get() as { n: number }).n,
  };
};
