import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { DirectoryIndex } from '../../functions/census/ports.ts';
import type { Directory, DirectoryMatch } from '../../functions/shared/stores/directory.ts';
import { entriesOf, isMeant, questionOf, wordsKnown } from '../../functions/shared/stores/directory-keys.ts';
import { follow } from '../../functions/shared/stores/follow.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';

const Row = z.object({ key: z.string(), customer: z.string(), words: z.string() });
const Cursor = z.tuple([z.string(), z.string()]);

/** After every text that begins with another. */
const LAST = '\u{10ffff}';

/** Who is known by what, in SQLite. */
export const createSqliteDirectory = (
  db: DatabaseSync,
  load: CustomerStore['load'],
): { index: DirectoryIndex; read: Directory } => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS directory (by TEXT, key TEXT, customer TEXT, words TEXT NOT NULL, PRIMARY KEY (by, key, customer)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS directory_customer ON directory (customer);
  `);
  const drop = db.prepare('DELETE FROM directory WHERE customer = ?');
  const put = db.prepare('INSERT INTO directory VALUES (?, ?, ?, ?)');
  const select = db.prepare(
    'SELECT key, customer, words FROM directory WHERE by = ? AND key >= ? AND key < ? AND (key, customer) > (?, ?) ORDER BY key, customer',
  );

  const byId = async (text: string): Promise<DirectoryMatch[]> => {
    const { id, state } = await follow(load, text);
    return state && state.erased === undefined ? [{ customer: id, by: 'id' }] : [];
  };

  return {
    index: {
      file: async (customer, attributes) => {
        drop.run(customer);
        const words = JSON.stringify(wordsKnown(attributes));
        for (const { by, key } of entriesOf(attributes)) put.run(by, key, customer, words);
      },
    },
    read: {
      find: async (text, { count, after }) => {
        const items = after === undefined ? await byId(text.trim()) : [];
        const question = questionOf(text);
        if (!question) return { items };
        const { by, key } = question;
        const from = after === undefined ? ['', ''] : Cursor.parse(JSON.parse(after));
        for (const row of select.iterate(by, key, `${key}${LAST}`, ...from)) {
          const { key: entry, customer, words } = Row.parse(row);
          if (!isMeant(question, JSON.parse(words)) || items.some((one) => one.customer === customer)) continue;
          items.push({ customer, by });
          if (items.length >= count) return { items, next: JSON.stringify([entry, customer]) };
        }
        return { items };
      },
    },
  };
};
