import type { DatabaseSync } from 'node:sqlite';
import { migrateItem } from '../../core/customer/model/migrate.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Everyone } from '../../functions/broadcast/ports.ts';
import type { CustomerStore, PairStore, RemovingStore } from '../../functions/shared/stores/store.ts';

/** Customers in SQLite, a file or memory. `onCommit` sees each item as committed, in order: what a table's stream would carry. */
export const createSqliteStore = (
  db: DatabaseSync,
  onCommit: (state: CustomerState) => void = () => {},
): RemovingStore & PairStore & { ids(from?: number, count?: number): string[]; everyone: Everyone } => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS customers (id TEXT PRIMARY KEY, version INTEGER NOT NULL, item TEXT NOT NULL) WITHOUT ROWID',
  );
  const select = db.prepare('SELECT item FROM customers WHERE id = ?');
  const insert = db.prepare('INSERT INTO customers (id, version, item) VALUES (?, 1, ?) ON CONFLICT DO NOTHING');
  const update = db.prepare('UPDATE customers SET version = version + 1, item = ? WHERE id = ? AND version = ?');
  const drop = db.prepare('DELETE FROM customers WHERE id = ? AND version = ?');
  const page = db.prepare('SELECT id FROM customers ORDER BY id LIMIT ? OFFSET ?');
  const walk = db.prepare('SELECT item FROM customers WHERE id > ? ORDER BY id LIMIT ?');
  const total = db.prepare('SELECT count(*) AS n FROM customers');

  const load = async (id: string): Promise<CustomerState | undefined> => {
    const row = select.get(id) as { item: string } | undefined;
    return row && migrateItem(JSON.parse(row.item));
  };

  const write = (state: CustomerState): boolean => {
    const item = JSON.stringify(state);
    const result = state.version === 1 ? insert.run(state.id, item) : update.run(item, state.id, state.version - 1);
    return result.changes === 1;
  };

  const commit: CustomerStore['commit'] = async (state) => {
    if (!write(state)) return { committed: false, current: await load(state.id) };
    onCommit(state);
    return { committed: true };
  };

  /** Within the transaction of a world, or alone. */
  const commitBoth: PairStore['commitBoth'] = async (...states) => {
    db.exec('SAVEPOINT both');
    const isWritten = states.every(write);
    if (!isWritten) db.exec('ROLLBACK TO both');
    db.exec('RELEASE both');
    if (isWritten) for (const state of states) onCommit(state);
    return isWritten;
  };

  const remove: RemovingStore['remove'] = async (id, version) => {
    drop.run(id, version);
  };

  const ids = (from = 0, count = -1): string[] => (page.all(count, from) as { id: string }[]).map(({ id }) => id);

  const everyone: Everyone = {
    page: async (after, most) => {
      const rows = walk.all(after ?? '', most) as { item: string }[];
      const states = rows.map(({ item }) => migrateItem(JSON.parse(item)));
      const last = rows.length === most ? states.at(-1)?.id : undefined;
      return { states, ...(last !== undefined && { next: last }) };
    },
    count: async () => Number((total.get() as { n: number }).n),
  };

  return { load, commit, commitBoth, remove, ids, everyone };
};
