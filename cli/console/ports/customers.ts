import type { DatabaseSync } from 'node:sqlite';
import { inOrder } from '../../../core/explain/in-order.ts';
import type { Customers } from '../../../functions/api/ports.ts';
import type { Directory, Found, FoundBy } from '../../../functions/shared/stores/directory.ts';
import { eraseEverywhere } from '../customer-data.ts';
import type { LocalWorld } from '../local-world.ts';
import { readCursor } from './cursor.ts';

interface Names {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
}

const foldCase = (text: string): string => text.normalize('NFKC').toLowerCase();

const attribute = (name: string): string => `json_extract(item, '$.attributes.${name}.value') AS ${name}`;

/** By what of somebody a text is found, and whether it is: ids and beginnings first. */
const foundBy = ({ id, firstName, lastName, email, phone }: Names, wanted: string): FoundBy | undefined => {
  const texts: [FoundBy, string | null][] = [
    ['id', id],
    ['email', email],
    ['phone', phone],
    ['name', `${firstName ?? ''} ${lastName ?? ''}`],
  ];
  return texts.find(([, text]) => text !== null && foldCase(text).includes(wanted))?.[0];
};

/** Everybody by a part of what they are known by, and all where nothing is asked for. Ids are in the order of their bytes, as SQLite sorts. */
export const createLocalDirectory = (db: DatabaseSync, local: Pick<LocalWorld, 'ask'>): Directory => {
  const every = db.prepare(
    `SELECT id, ${['firstName', 'lastName', 'email', 'phone'].map(attribute).join(', ')} FROM customers WHERE json_extract(item, '$.movedTo') IS NULL AND id > ? ORDER BY id`,
  );
  return {
    find: (text, { after, count }) =>
      local.ask(() => {
        const wanted = foldCase(text.trim());
        const { id: from } = readCursor(after, { id: '' });
        const found: Found[] = [];
        for (const row of every.iterate(from)) {
          const names = row as unknown as Names;
          const by = foundBy(names, wanted);
          if (by === undefined) continue;
          found.push({ customer: names.id, by });
          if (found.length > count) break;
        }
        const items = found.slice(0, count);
        const last = items.at(-1);
        return { items, ...(last && found.length > count ? { next: JSON.stringify({ id: last.customer }) } : {}) };
      }),
  };
};

/** What is held of customers, in the database. */
export const createLocalCustomers = (db: DatabaseSync, local: LocalWorld): Customers => ({
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
  messages: (ids) => local.ask((world) => ids.flatMap((id) => world.outbox.of(id))),
  erase: (customer) => local.ask(async (world) => eraseEverywhere(db, await world.idsOf(customer))),
});
