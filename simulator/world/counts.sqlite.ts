import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import {
  CountedMeanwhile,
  type Ledger,
  type Mark,
  type RejectionCounter,
  rejection,
} from '../../functions/census/ports.ts';
import { COUNTED, type Count, type Counts } from '../../functions/shared/stores/counts.ts';
import type { CrowdCount, Crowds } from '../../functions/shared/stores/crowds.ts';
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

const CrowdRow = z.object({ crowd: z.string(), moment: z.string(), state: z.string(), n: z.number() });

const MarkRow = z.object({ last: z.string().nullable(), parts: z.number() });

const restingOf = ({ step, held, n: count }: z.infer<typeof RestingRow>): RestingCount => ({
  step,
  ...(held !== '' && { held }),
  count,
});

/** Counts in SQLite. */
export const createSqliteCounts = (db: DatabaseSync) => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS counts (journey TEXT, day TEXT, step TEXT, kind TEXT, value TEXT, reason TEXT, arms TEXT, n INTEGER NOT NULL, PRIMARY KEY (journey, day, step, kind, value, reason, arms)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS resting (journey TEXT, day TEXT, step TEXT, held TEXT, n INTEGER NOT NULL, PRIMARY KEY (journey, day, step, held)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS resting_day ON resting (day);
    CREATE TABLE IF NOT EXISTS crowds (crowd TEXT, moment TEXT, state TEXT, n INTEGER NOT NULL, PRIMARY KEY (crowd, moment, state)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS counted_to (shard TEXT PRIMARY KEY, last TEXT, parts INTEGER NOT NULL) WITHOUT ROWID;
  `);
  const addCount = db.prepare(
    'INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
  );
  const addResting = db.prepare(
    'INSERT INTO resting VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
  );
  const addCrowd = db.prepare('INSERT INTO crowds VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n');
  const ofCrowd = db.prepare('SELECT * FROM crowds WHERE n <> 0 AND (? IS NULL OR crowd = ?)');
  const dropEmpty = db.prepare('DELETE FROM resting WHERE journey = ? AND day = ? AND step = ? AND held = ? AND n = 0');
  const mark = db.prepare('INSERT OR REPLACE INTO counted_to VALUES (?, ?, ?)');
  const marked = db.prepare('SELECT last, parts FROM counted_to WHERE shard = ?');
  const ofJourney = db.prepare('SELECT * FROM counts WHERE journey = ? AND day BETWEEN ? AND ?');
  const atSteps = db.prepare(
    'SELECT step, held, sum(n) AS n FROM resting WHERE journey = ? GROUP BY step, held HAVING sum(n) > 0',
  );
  const onDays = db.prepare('SELECT * FROM resting WHERE day BETWEEN ? AND ? AND n > 0');

  const markOf = (shard: string): Mark => {
    const { last, parts } = MarkRow.parse(marked.get(shard) ?? { last: null, parts: 0 });
    return { ...(last !== null && { last }), parts };
  };
  const addOne = ({ journey, day, step, kind, value, reason, arms, count }: Count): void => {
    addCount.run(journey, day, step, kind, value, reason, JSON.stringify(Object.entries(arms).sort()), count);
  };
  const rejections: RejectionCounter = { rejected: async (...given) => addOne(rejection(...given)) };
  const ledger: Ledger = {
    markOf: async (shard) => markOf(shard),
    count: async (shard, from, to, { counts, resting, crowds }) => {
      const { last, parts } = markOf(shard);
      if (last !== from.last || parts !== from.parts) throw new CountedMeanwhile();
      mark.run(shard, to.last ?? null, to.parts);
      for (const one of counts) addOne(one);
      for (const { crowd, moment, state, count } of crowds) addCrowd.run(crowd, moment, state, count);
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
  const crowds: Crowds = {
    counts: async (crowd) =>
      ofCrowd.all(crowd ?? null, crowd ?? null).map((row): CrowdCount => {
        const { n: count, ...said } = CrowdRow.parse(row);
        return { ...said, count };
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
  return { ledger, rejections, counts, crowds, upcoming, resting };
};
