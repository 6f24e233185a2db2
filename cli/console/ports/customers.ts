import type { DatabaseSync } from 'node:sqlite';
import { inOrder } from '../../../core/explain/in-order.ts';
import type { Customers } from '../../../functions/api/ports.ts';
import type { Directory, DirectoryMatch, DirectoryPage } from '../../../functions/shared/stores/directory.ts';
import { createSqliteInboxMarks, withMarks } from '../../../simulator/world/inbox.sqlite.ts';
import { eraseEverywhere } from '../customer-data.ts';
import type { LocalWorld } from '../local-world.ts';
import { readCursor } from './cursor.ts';
import { localEntries } from './inbox.ts';

/** Everybody where nothing is asked for, by id in the order of its bytes, as SQLite sorts; else as a stage's directory finds them. */
export const createLocalDirectory = (
  db: DatabaseSync,
  local: Pick<LocalWorld, 'ask'>,
  directory: Directory,
): Directory => {
  const page = db.prepare(
    "SELECT id FROM customers WHERE json_extract(item, '$.movedTo') IS NULL AND id > ? ORDER BY id LIMIT ?",
  );
  const all = (from: string, count: number): DirectoryPage => {
    const rows = page.all(from, count + 1) as { id: string }[];
    const items = rows.slice(0, count).map(({ id }): DirectoryMatch => ({ customer: id, by: 'id' }));
    const last = items.at(-1);
    return { items, ...(last && rows.length > count ? { next: JSON.stringify({ id: last.customer }) } : {}) };
  };
  return {
    find: async (text, { after, count }) => {
      if (text.trim() === '') return local.ask(() => all(readCursor(after, { id: '' }).id, count));
      return directory.find(text, { after, count });
    },
  };
};

/** What is held of customers, in the database. */
export const createLocalCustomers = (db: DatabaseSync, local: LocalWorld): Customers => {
  const marks = createSqliteInboxMarks(db);
  return {
    load: (customer) =>
      local.ask(async (world) => {
        const state = await world.customer(customer);
        return state && { ids: await world.idsOf(customer), state };
      }),
    loadAll: (customers) =>
      local.ask(async (world) => {
        const states = await Promise.all(customers.map((customer) => world.customer(customer)));
        return states.flatMap((state) => state ?? []);
      }),
    timeline: (ids) => local.ask((world) => inOrder(ids.map((id) => world.timeline.of(id)))),
    messages: (ids) => local.ask((world) => ids.flatMap((id) => withMarks(world.outbox.of(id), marks.of(id)))),
    inbox: (ids) => local.ask((world) => ids.flatMap((id) => localEntries(world, marks, id))),
    // An event that came here does not say by itself whose it is.
    past: async () => [],
    erase: (customer) => local.ask(async (world) => eraseEverywhere(db, await world.idsOf(customer))),
  };
};
