import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { QueueIndex } from '../../functions/census/ports.ts';
import { isAskedFor, type Queue, type Queued, type QueuePlace } from '../../functions/shared/stores/queue.ts';

const Row = z.object({ ord: z.number(), customer: z.string(), task: z.string(), work: z.string() });

/** Where a page ends. */
const Cursor = z.tuple([z.number(), z.string(), z.string()]);

const FIRST = { open: [-1, '', ''], over: [Number.MAX_SAFE_INTEGER, '', ''] } as const;

/** A list, or that of a crowd. */
const nameOf = ({ list, of }: Pick<QueuePlace, 'list' | 'of'>): string =>
  of ? JSON.stringify([list, of.crowd, of.moment]) : list;

/** Lists of work for people, in SQLite. */
export const createSqliteQueue = (db: DatabaseSync): { index: QueueIndex; read: Queue } => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS queue (list TEXT, ord INTEGER, customer TEXT, task TEXT, work TEXT NOT NULL, PRIMARY KEY (list, ord, customer, task)) WITHOUT ROWID',
  );
  const put = db.prepare('INSERT OR REPLACE INTO queue VALUES (?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM queue WHERE list = ? AND ord = ? AND customer = ? AND task = ?');
  const rising = db.prepare(
    'SELECT * FROM queue WHERE list = ? AND (ord, customer, task) > (?, ?, ?) ORDER BY ord, customer, task',
  );
  const falling = db.prepare(
    'SELECT * FROM queue WHERE list = ? AND (ord, customer, task) < (?, ?, ?) ORDER BY ord DESC, customer DESC, task DESC',
  );
  return {
    index: {
      write: async ({ gone, come }) => {
        for (const place of gone) drop.run(nameOf(place), place.order, place.customer, place.task);
        for (const { place, work } of come)
          put.run(nameOf(place), place.order, place.customer, place.task, JSON.stringify(work));
      },
    },
    read: {
      page: async (which, { count, after }) => {
        const list = nameOf(which);
        const isOver = which.list === 'over';
        const from = after === undefined ? FIRST[isOver ? 'over' : 'open'] : Cursor.parse(JSON.parse(after));
        const items: Queued[] = [];
        for (const row of (isOver ? falling : rising).iterate(list, ...from)) {
          const { ord, customer, task, work } = Row.parse(row);
          const queued = JSON.parse(work) as Queued;
          if (!isAskedFor(queued, which)) continue;
          items.push(queued);
          if (items.length === count) return { items, next: JSON.stringify([ord, customer, task]) };
        }
        return { items };
      },
    },
  };
};
