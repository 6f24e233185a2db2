import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Ledger } from '../../functions/census/ports.ts';
import { COUNTED, type Count, type Counts } from '../../functions/shared/stores/counts.ts';
import type { RestingCount } from '../../functions/shared/stores/people.ts';
import type { Upcoming, UpcomingCount } from '../../functions/shared/stores/upcoming.ts';

const CountRow = z.object({
  day: z.string(),
  step: z.string(),
  kind: z.enum(COUNTED),
  value: z.string(),
  reason: z.string(),
  arms: z.string(),
  n: z.number(),
});
const RestingRow = z.object({
  day: z.string().optional(),
  journey: z.string().optional(),
  step: z.string(),
  held: z.string(),
  n: z.number(),
});

const restingOf = ({ step, held, n: count }: z.infer<typeof RestingRow>): RestingCount => ({
  step,
  ...(held !== '' && { held }),
  count,
});

/** Of stretches that were counted the newest are kept: nothing older comes again here. */
const STRETCHES = 1000;

/** Counts in SQLite. */
export const createSqliteCounts = (db: DatabaseSync, stretches = STRETCHES) => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS counts (journey TEXT, day TEXT, step TEXT, kind TEXT, value TEXT, reason TEXT, arms TEXT, n INTEGER NOT NULL, PRIMARY KEY (journey, day, step, kind, value, reason, arms)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS resting (journey TEXT, day TEXT, step TEXT, held TEXT, n INTEGER NOT NULL, PRIMARY KEY (journey, day, step, held)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS resting_day ON resting (day);
    CREATE TABLE IF NOT EXISTS stretches (seq INTEGER PRIMARY KEY, first TEXT NOT NULL UNIQUE, last TEXT NOT NULL);
  `);
  const addCount = db.prepare(
    'INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
  );
  const addResting = db.prepare(
    'INSERT INTO resting VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
  );
  const dropEmpty = db.prepare('DELETE FROM resting WHERE journey = ? AND day = ? AND step = ? AND held = ? AND n = 0');
  const mark = db.prepare('INSERT OR IGNORE INTO stretches (first, last) VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM stretches WHERE seq <= ?');
  const marked = db.prepare('SELECT last FROM stretches WHERE first = ?');
  const ofJourney = db.prepare('SELECT * FROM counts WHERE journey = ? AND day BETWEEN ? AND ?');
  const atSteps = db.prepare(
    'SELECT step, held, sum(n) AS n FROM resting WHERE journey = ? GROUP BY step, held HAVING sum(n) > 0',
  );
  const onDays = db.prepare('SELECT * FROM resting WHERE day BETWEEN ? AND ? AND n > 0');

  const ledger: Ledger = {
    countedTo: async (first) => marked.get(first)?.last as string | undefined,
    count: async ({ first, last }, { counts, resting }) => {
      const { changes, lastInsertRowid } = mark.run(first, last);
      if (changes === 0) return;
      forget.run(Number(lastInsertRowid) - stretches);
      for (const { journey, day, step, kind, value, reason, arms, count } of counts)
        addCount.run(journey, day, step, kind, value, reason, JSON.stringify(Object.entries(arms).sort()), count);
      for (const { journey, day, step, held = '', count } of resting) {
        addResting.run(journey, day, step, held, count);
        if (count < 0) dropEmpty.run(journey, day, step, held);
      }
    },
    fits: () => true,
  };
  const counts: Counts = {
    of: async (journey, { from, to }) =>
      ofJourney.all(journey, from, to).map((row): Count => {
        const { n: count, arms, ...said } = CountRow.parse(row);
        return { ...said, journey, arms: Object.fromEntries(JSON.parse(arms)), count };
      }),
  };
  const upcoming: Upcoming = {
    on: async ({ from, to }) =>
      onDays.all(from, to).map((row): UpcomingCount => {
        const { day = '', journey = '', ...rest } = RestingRow.parse(row);
        return { day, journey, ...restingOf(rest) };
      }),
  };
  const resting = async (journey: string): Promise<RestingCount[]> =>
    atSteps.all(journey).map((row) => restingOf(RestingRow.parse(row)));
  return { ledger, counts, upcoming, resting };
};
