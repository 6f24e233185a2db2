import type { DatabaseSync } from 'node:sqlite';
import type { Flags } from '../../functions/api/ports.ts';

/** Journeys that are paused, kept in the database; the set is the one that a world looks into. */
export const createPausedJourneys = (db: DatabaseSync): Flags & { set: ReadonlySet<string> } => {
  db.exec('CREATE TABLE IF NOT EXISTS paused (journey TEXT PRIMARY KEY) WITHOUT ROWID');
  const rows = db.prepare('SELECT journey FROM paused ORDER BY journey').all() as { journey: string }[];
  const insert = db.prepare('INSERT OR IGNORE INTO paused (journey) VALUES (?)');
  const remove = db.prepare('DELETE FROM paused WHERE journey = ?');
  const set = new Set(rows.map(({ journey }) => journey));
  return {
    set,
    paused: async () => [...set].toSorted(),
    pause: async (journey) => {
      insert.run(journey);
      set.add(journey);
    },
    resume: async (journey) => {
      remove.run(journey);
      set.delete(journey);
    },
  };
};
