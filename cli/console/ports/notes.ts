import type { DatabaseSync } from 'node:sqlite';
import { Note } from '../../../functions/api/contract/customers.ts';
import type { Notes } from '../../../functions/api/ports.ts';
import type { LocalWorld } from '../local-world.ts';

/** What colleagues noted, in the database. */
export const createLocalNotes = (db: DatabaseSync, local: LocalWorld, newId: () => string): Notes => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS notes (seq INTEGER PRIMARY KEY, customer TEXT NOT NULL, note TEXT NOT NULL); CREATE INDEX IF NOT EXISTS notes_customer ON notes (customer)',
  );
  const insert = db.prepare('INSERT INTO notes (customer, note) VALUES (?, ?)');
  const select = db.prepare('SELECT seq, note FROM notes WHERE customer = ?');
  return {
    add: (customer, content) =>
      local.ask(() => {
        const note = { id: newId(), ...content };
        insert.run(customer, JSON.stringify(note));
        return note;
      }),
    of: (ids) =>
      local.ask(() =>
        ids
          .flatMap((id) => select.all(id) as { seq: number; note: string }[])
          .toSorted((one, other) => other.seq - one.seq)
          .map(({ note }) => Note.parse(JSON.parse(note))),
      ),
  };
};
