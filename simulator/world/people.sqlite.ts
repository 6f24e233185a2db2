import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import * as z from 'zod';
import type { PeopleIndex } from '../../functions/census/ports.ts';
import type { People, Resting } from '../../functions/shared/stores/people.ts';

const Row = z.object({
  journey: z.string(),
  step: z.string(),
  held: z.string(),
  due: z.number(),
  customer: z.string(),
  enrolment: z.string(),
  since: z.number(),
});

const restingOf = (row: unknown): Resting => {
  const { held, ...resting } = Row.parse(row);
  return { ...resting, ...(held !== '' && { held }) };
};

/** Where a page ends: everything that orders people at a step. */
const Cursor = z.tuple([z.string(), z.number(), z.string(), z.string()]);

const cursorOf = ({ held = '', due, customer, enrolment }: Resting): string =>
  JSON.stringify([held, due, customer, enrolment]);

const BEFORE_ALL = ['', -1, '', ''] as const;

/** Who rests where, in SQLite. */
export const createSqlitePeople = (db: DatabaseSync): { index: PeopleIndex; at: People['at'] } => {
  db.exec(
    'CREATE TABLE IF NOT EXISTS places (journey TEXT, step TEXT, held TEXT, due INTEGER, customer TEXT, enrolment TEXT, since INTEGER NOT NULL, PRIMARY KEY (journey, step, held, due, customer, enrolment)) WITHOUT ROWID',
  );
  const put = db.prepare('INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?, ?)');
  const drop = db.prepare(
    'DELETE FROM places WHERE journey = ? AND step = ? AND held = ? AND due = ? AND customer = ? AND enrolment = ?',
  );
  const select = (where: string) =>
    db.prepare(
      `SELECT * FROM places WHERE journey = ? AND step = ? AND (held, due, customer, enrolment) > (?, ?, ?, ?)${where} ORDER BY held, due, customer, enrolment LIMIT ?`,
    );
  const everybody = select('');
  const heldFor = select(' AND held = ?');
  const heldUntil = select(' AND held = ? AND due >= ? AND due < ?');
  return {
    index: {
      write: async ({ gone, come }) => {
        for (const { journey, step, held = '', due, customer, enrolment } of gone)
          drop.run(journey, step, held, due, customer, enrolment);
        for (const { journey, step, held = '', due, customer, enrolment, since } of come)
          put.run(journey, step, held, due, customer, enrolment, since);
      },
    },
    at: async ({ journey, step, held, due }, { count, after }) => {
      const from = after === undefined ? BEFORE_ALL : Cursor.parse(JSON.parse(after));
      const parameters: SQLInputValue[] = [journey, step, ...from];
      // One more than is asked for tells whether there is another page.
      const rows =
        held === undefined
          ? everybody.all(...parameters, count + 1)
          : due
            ? heldUntil.all(...parameters, held, due.from, due.until, count + 1)
            : heldFor.all(...parameters, held, count + 1);
      const items = rows.slice(0, count).map(restingOf);
      const last = items.at(-1);
      return { items, ...(rows.length > count && last && { next: cursorOf(last) }) };
    },
  };
};
