import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createDynamoAskersIndex } from '../../../functions/census/askers.dynamo.ts';
import { createCensus } from '../../../functions/census/census.ts';
import { createDynamoDirectoryIndex } from '../../../functions/census/directory.dynamo.ts';
import { createDynamoLedger } from '../../../functions/census/ledger.dynamo.ts';
import { createDynamoPeopleIndex } from '../../../functions/census/people.dynamo.ts';
import { createDynamoQueueIndex } from '../../../functions/census/queue.dynamo.ts';
import { createDynamoRejectionCounter } from '../../../functions/census/rejections.dynamo.ts';
import type { Commit } from '../../../functions/census/schema.ts';
import { createDynamoAskers } from '../../../functions/shared/stores/askers.dynamo.ts';
import { createDynamoCounts } from '../../../functions/shared/stores/counts.dynamo.ts';
import { createDynamoCrowds } from '../../../functions/shared/stores/crowds.dynamo.ts';
import { createDynamoDirectory } from '../../../functions/shared/stores/directory.dynamo.ts';
import { createDynamoPeople } from '../../../functions/shared/stores/people.dynamo.ts';
import { createDynamoQueue } from '../../../functions/shared/stores/queue.dynamo.ts';
import { createDynamoUpcoming } from '../../../functions/shared/stores/upcoming.dynamo.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { chance } from '../../../simulator/quarter/random.ts';
import { createSqliteCensus } from '../../../simulator/world/census.sqlite.ts';
import type { Census, CensusStorage } from '../../../simulator/world/census.ts';
import { clientOf, startDynamoDbLocal } from '../../support/dynamodb-local.ts';
import { newRecords } from '../../support/tables.ts';
import type { Figure } from '../figure.ts';
import type { Part } from '../parts.ts';

const CUSTOMERS = 10_000;
/** Milliseconds, for 95 of 100. */
const AIM = 150;
const TIMES = 100;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const JOURNEYS = ['onboarding', 'first-support', 'service-recovery', 'renewal'];
const STEPS = Array.from({ length: 16 }, (_, index) => `step-${index}`);
const FIRST = ['Ada', 'Grace', 'Zoë', 'Jürgen', 'Mary', 'Alan', 'Edsger', 'Barbara'];
const LAST = ['Lovelace', 'Hopper', 'Møller', 'Weiß', 'Shelley', 'Turing', 'Dijkstra', 'Liskov'];
const REASONS = ['quiet-hours', 'gap', 'frequency-cap', 'open-incident'];
const load = async () => undefined;

/** A commit by which somebody is known, rests at a step, and was sent things for a week. */
const commitOf = (index: number): Commit => {
  const c = chance(index);
  const id = `customer-${index}`;
  const [journey, step] = [c.pick(JOURNEYS), c.pick(STEPS)];
  const holding = c.happens(0.2) ? { held: { reason: c.pick(REASONS) } } : {};
  const days = [0, 1, 2, 3, 4, 5, 6];
  const attributes = {
    email: { value: `${id}@example.com` },
    phone: { value: `+4917${String(10_000_000 + index)}` },
    firstName: { value: c.pick(FIRST) },
    lastName: { value: c.pick(LAST) },
  };
  const due = NOW + c.between(0, 14) * DAY;
  return {
    id,
    version: 1,
    at: NOW,
    attributes,
    decisions: [],
    enrolments: {
      e: { journey, at: step, visit: 1, since: NOW, due: Math.round(due), control: false, arms: {}, ...holding },
    },
    before: { version: 1, known: true, enrolments: { e: {} } },
    journal: days.map((day) => ({
      kind: 'decision',
      at: new Date(NOW - day * DAY).toISOString(),
      customer: id,
      journey,
      enrolment: 'e',
      step: c.pick(STEPS),
      visit: day,
      moment: 'moment',
      purpose: 'care',
      outcome: c.happens(0.7) ? 'sent' : 'suppressed',
      reason: c.happens(0.7) ? 'clear' : 'gap',
      because: 'So.',
    })),
  };
};

const fill = async (storage: CensusStorage): Promise<void> => {
  const census = createCensus(storage);
  for (let from = 0; from < CUSTOMERS; from += 200) {
    const commits = Array.from({ length: 200 }, (_, index) => commitOf(from + index));
    const streamed = commits.map((commit, index) => ({ sequence: String(from + index + 1), commit }));
    // Four shards, as a new table has them.
    await census(String(Math.floor(from / 200) % 4), streamed);
  }
};

const week = { from: '2026-02-24', to: '2026-03-02' };
const fortnight = { from: '2026-03-02', to: '2026-03-16' };
const page = { count: 50 };

/** What the console asks. */
const READS: Record<string, (census: Census) => Promise<unknown>> = {
  'overview: counts of a week, every journey': ({ counts }) =>
    Promise.all(JOURNEYS.map((journey) => counts.of(journey, week))),
  'a journey: counts of a week, who rests where': ({ counts, people }) =>
    Promise.all([counts.of('renewal', week), people.counts('renewal')]),
  'people at a step: 50': ({ people }) => people.at({ journey: 'renewal', step: 'step-3' }, page),
  'people held at a step for a reason: 50': ({ people }) =>
    people.at({ journey: 'renewal', step: 'step-3', held: 'gap' }, page),
  'upcoming: a fortnight': ({ upcoming }) => upcoming.on(fortnight),
  'found by email': ({ directory }) => directory.find('customer-77', page),
  'found by two words of a name: 50': ({ directory }) => directory.find('grace hop', page),
};

const percentile = (values: number[], part: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * part) - 1] ?? 0;

const measure = async (where: string, census: Census): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [what, read] of Object.entries(READS)) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const start = performance.now();
      await read(census);
      times.push(performance.now() - start);
    }
    const value = percentile(times, 0.95);
    const figure = `${where}: ${what}`;
    figures.push({
      figure,
      value,
      unit: 'ms',
      ratio: value / AIM,
      aim: `less than ${AIM} for 95 of 100`,
      met: value < AIM,
    });
  }
  return figures;
};

const onSqlite = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-reads-'));
  const db = new DatabaseSync(join(folder, 'world.sqlite'));
  try {
    const storage = createSqliteCensus(db, load);
    db.exec('BEGIN');
    await fill(storage);
    db.exec('COMMIT');
    return await measure('SQLite', storage.read);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const onDynamo = async (): Promise<Figure[]> => {
  const { endpoint, stop } = await startDynamoDbLocal();
  const client = clientOf(endpoint);
  try {
    const deps = { client, table: await newRecords(client), pause: async () => {} };
    const read = {
      counts: createDynamoCounts(deps),
      people: createDynamoPeople(deps),
      upcoming: createDynamoUpcoming(deps),
      queue: createDynamoQueue(deps),
      crowds: createDynamoCrowds(deps),
      directory: createDynamoDirectory({ ...deps, load }),
      askers: createDynamoAskers(deps),
    };
    const ledger = createDynamoLedger({ ...deps, now: () => NOW });
    await fill({
      ledger,
      people: createDynamoPeopleIndex(deps),
      queue: createDynamoQueueIndex(deps),
      directory: createDynamoDirectoryIndex(deps),
      askers: createDynamoAskersIndex(deps),
      rejections: createDynamoRejectionCounter(deps),
      read,
    });
    return await measure('DynamoDB Local', read);
  } finally {
    client.destroy();
    stop();
  }
};

/** What the console reads of ten thousand customers, over what census keeps. */
export const consoleReadFigures: Part = async ({ tell }) => {
  tell(`${CUSTOMERS} customers in SQLite`);
  const local = await onSqlite();
  tell(`${CUSTOMERS} customers in DynamoDB Local`);
  return [...local, ...(await onDynamo())];
};
