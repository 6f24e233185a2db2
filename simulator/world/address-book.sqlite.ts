import type { DatabaseSync } from 'node:sqlite';
import { KnownMark, plainAddress } from '../../core/customer/model/address-mark.ts';
import { type AddressBook, subjectOfMark } from '../../functions/shared/stores/address-book.ts';

/** What is known of addresses, in SQLite. */
export const createSqliteAddressBook = (db: DatabaseSync): AddressBook => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS marks (channel TEXT NOT NULL, address TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (channel, address, subject))',
  );
  const upsert = db.prepare(
    "INSERT INTO marks VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, mark = excluded.mark WHERE excluded.at > at OR (excluded.at = at AND json_extract(excluded.mark, '$.choice') = 'withdrawn')",
  );
  const ofAddress = db.prepare('SELECT mark FROM marks WHERE channel = ? AND address = ? ORDER BY subject');
  return {
    write: async (marks) => {
      for (const { channel, address, known } of marks) {
        for (const mark of known)
          upsert.run(channel, plainAddress(address), subjectOfMark(mark), mark.at, JSON.stringify(mark));
      }
    },
    read: async (channel, address) =>
      ofAddress.all(channel, plainAddress(address)).map(({ mark }) => KnownMark.parse(JSON.parse(String(mark)))),
  };
};
