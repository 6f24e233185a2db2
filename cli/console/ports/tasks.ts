import type { DatabaseSync } from 'node:sqlite';
import { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { Tasks } from '../../../functions/api/ports.ts';
import type { LocalWorld } from '../local-world.ts';
import { readCursor } from './cursor.ts';

/** Work that was given to people, out of the kept timeline. */
export const createLocalTasks = (db: DatabaseSync, local: LocalWorld): Tasks => {
  const page = db.prepare(
    "SELECT seq, entry FROM timeline WHERE seq < ? AND json_extract(entry, '$.kind') = 'decision' AND json_extract(entry, '$.message') IS NOT NULL AND json_extract(entry, '$.at') >= ? ORDER BY seq DESC LIMIT ?",
  );
  return {
    given: ({ since, after, count }) =>
      local.ask(() => {
        const { seq } = readCursor(after, { seq: Number.MAX_SAFE_INTEGER });
        const rows = page.all(seq, new Date(since).toISOString(), count + 1) as { seq: number; entry: string }[];
        const items = rows.slice(0, count);
        const last = items.at(-1);
        return {
          items: items.map(({ entry }) => DecisionEntry.parse(JSON.parse(entry))),
          ...(last && rows.length > count ? { next: JSON.stringify({ seq: last.seq }) } : {}),
        };
      }),
  };
};
