import type { DatabaseSync } from 'node:sqlite';

/** What a local world itself remembers. Times are milliseconds. */
interface LocalState {
  /** Where the virtual clock stood at the last commit. */
  clock?: number;
  /** By how much its time is ahead of the real one. */
  ahead: number;
  /** Lines of the quarter that have been played. */
  played: number;
  /** Which quarter: the hash of its lines. */
  quarter?: string;
  /** The day on which the quarter ends: when it was begun. */
  endsAt?: number;
  /** The quarter is over, and time is the real one. */
  live: boolean;
}

export interface StateStore {
  read(): LocalState;
  /** Writes these values. Within a transaction they stay or are lost with it. */
  write(changes: Partial<LocalState>): void;
}

export const createStateStore = (db: DatabaseSync): StateStore => {
  // The table has the name that the local console once had: files of then are still read.
  db.exec('CREATE TABLE IF NOT EXISTS studio (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  const select = db.prepare('SELECT name, value FROM studio');
  const replace = db.prepare('INSERT OR REPLACE INTO studio (name, value) VALUES (?, ?)');
  return {
    read: () => {
      const rows = select.all() as { name: string; value: string }[];
      const state = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])) as Partial<LocalState>;
      return { ahead: 0, played: 0, live: false, ...state };
    },
    write: (changes) => {
      for (const [name, value] of Object.entries(changes)) replace.run(name, JSON.stringify(value));
    },
  };
};
