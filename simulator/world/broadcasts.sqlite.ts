import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { Broadcast, type Broadcasts } from '../../functions/shared/stores/broadcasts.ts';

const Row = z.object({ broadcast: z.string(), stopped: z.number().nullable() });

const read = (row: unknown): Broadcast | undefined => {
  if (row === undefined) return undefined;
  const { broadcast, stopped } = Row.parse(row);
  return Broadcast.parse({ ...JSON.parse(broadcast), ...(stopped !== null && { stopped }) });
};

/** Events about everyone, in SQLite. */
export const createSqliteBroadcasts = (db: DatabaseSync): Broadcasts => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS broadcasts (id TEXT PRIMARY KEY, started INTEGER NOT NULL, step INTEGER NOT NULL, broadcast TEXT NOT NULL, stopped INTEGER) WITHOUT ROWID',
  );
  const insert = db.prepare('INSERT INTO broadcasts VALUES (?, ?, ?, ?, NULL) ON CONFLICT DO NOTHING');
  const select = db.prepare('SELECT broadcast, stopped FROM broadcasts WHERE id = ?');
  const update = db.prepare('UPDATE broadcasts SET step = ?, broadcast = ? WHERE id = ? AND step = ?');
  const newest = db.prepare('SELECT broadcast, stopped FROM broadcasts ORDER BY started DESC LIMIT ?');
  const mark = db.prepare('UPDATE broadcasts SET stopped = ? WHERE id = ?');
  const load = (id: string) => read(select.get(id));
  return {
    begin: async (broadcast) => {
      const { id, startedAt, step } = broadcast;
      insert.run(id, startedAt, step, JSON.stringify(broadcast));
      return load(id) ?? broadcast;
    },
    load: async (id) => load(id),
    advance: async (from, to) => {
      const { stopped: _, ...broadcast } = to;
      return update.run(to.step, JSON.stringify(broadcast), to.id, from).changes === 1;
    },
    list: async (count) => newest.all(count).flatMap((row) => read(row) ?? []),
    stop: async (id, stopped) => {
      mark.run(stopped ?? null, id);
      return load(id);
    },
  };
};
