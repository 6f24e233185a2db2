import { DatabaseSync } from 'node:sqlite';
import { knownBy } from '../../core/customer/model/known-by.ts';
import { isOpenWork } from '../../core/customer/model/listed-work.ts';
import { restOf } from '../../core/customer/model/rest.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createCensus } from '../../functions/census/census.ts';
import type { StreamedCommit } from '../../functions/census/schema.ts';
import { entriesOf } from '../../functions/shared/stores/directory-keys.ts';
import type { Resting } from '../../functions/shared/stores/people.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import { createSqliteCensus } from '../../simulator/world/census.sqlite.ts';
import type { Agenda } from './agenda.ts';
import type { Begin } from './begin.ts';
import type { Life } from './life.ts';
import type { Violation } from './oracle/ledger.ts';

interface CensusStreamDeps {
  agenda: Agenda;
  begin: Begin;
  load: CustomerStore['load'];
}

/** What the stream still has for who counts: from where it brings it, and where earlier batches began. */
interface Reading {
  records: StreamedCommit[];
  from: number;
  starts: number[];
  reading: boolean;
  failed: number;
}

const DAYS = { from: '2000-01-01', to: '2100-01-01' };
const EVERYBODY = { count: 1_000_000 };

/** How often something was journalled, by what it is and where; what is counted beside the journal is left out. */
const ofEntry = (entry: CustomerState['journal'][number]): string | undefined => {
  const at = entry.at.slice(0, 10);
  switch (entry.kind) {
    case 'entered':
    case 'goal':
      return [at, entry.kind, entry.journey].join();
    case 'not-entered':
    case 'ended':
      return [at, entry.kind, entry.journey, entry.reason].join();
    case 'decision':
      return [at, entry.kind, entry.journey, entry.step, entry.outcome, entry.reason].join();
    case 'promise':
      return [at, entry.kind, entry.moment, entry.status].join();
    case 'rejected':
      return [at, entry.kind, entry.reason].join();
    case 'delivery':
      return [at, entry.kind, entry.automatic ? 'replied-automatically' : entry.status].join();
    default:
      return undefined;
  }
};

/**
 * The second reader of the table's stream: in order for a customer, a minute at a time, again and again from where a batch
 * began, with other ends. It shares its rows with all customers; what is kept at last must be what was committed.
 */
export const createCensusStream = ({ agenda, begin, load }: CensusStreamDeps) => {
  const db = new DatabaseSync(':memory:');
  const sqlite = createSqliteCensus(db, load);
  const readings = new Map<Life, Reading>();
  const journalled = new Map<string, number>();
  const placeKeys = new Set<string>();
  const journeys = new Set<string>(['']);

  const readSoon = (life: Life, one: Reading): void => {
    if (one.reading || one.from >= one.records.length) return;
    one.reading = true;
    const wait = one.failed === 0 ? MINUTE : Math.min(10 * MINUTE, MINUTE * 2 ** one.failed);
    agenda.after(wait, () => readBatch(life, one));
  };

  const readBatch = (life: Life, one: Reading): void => {
    const { luck } = life;
    const many = luck.strikes(0.2, 'census: a short batch') ? luck.draw.between(1, 4) : 1000;
    const end = Math.min(one.records.length, one.from + Math.ceil(many));
    one.starts.push(one.from);
    begin(
      life,
      'census',
      async ({ invocation: { call } }) => {
        const census = createCensus({
          ledger: {
            markOf: (shard) => call('read mark', () => sqlite.ledger.markOf(shard)),
            count: (...parameters) => call('count', () => sqlite.ledger.count(...parameters)),
            // Few are enough, so that a batch takes several, and one commit may take parts.
            fits: ({ counts, resting, crowds }) => counts.length + resting.length + crowds.length <= 6,
          },
          people: { write: (moves) => call('people', () => sqlite.people.write(moves)) },
          queue: { write: (moves) => call('queue', () => sqlite.queue.write(moves)) },
          directory: { file: (...parameters) => call('directory', () => sqlite.directory.file(...parameters)) },
          askers: { write: (moves) => call('askers', () => sqlite.askers.write(moves)) },
        });
        await census(String(life.index), one.records.slice(one.from, end));
      },
      (settled) => {
        one.reading = false;
        one.failed = settled.ok ? 0 : one.failed + 1;
        const again = settled.ok && luck.strikes(0.05, 'census: the batch comes again');
        const longAgo = settled.ok && luck.strikes(0.03, 'census: earlier batches come again');
        if (longAgo) one.from = luck.draw.pick(one.starts);
        else if (settled.ok && !again) one.from = end;
        readSoon(life, one);
      },
    );
  };

  const committed = (life: Life, commit: CustomerState): void => {
    const one = readings.get(life) ?? { records: [], from: 0, starts: [], reading: false, failed: 0 };
    readings.set(life, one);
    one.records.push({ sequence: String(one.records.length + 1), commit });
    for (const entry of commit.journal) {
      const key = ofEntry(entry);
      if (key !== undefined) journalled.set(key, (journalled.get(key) ?? 0) + 1);
      if ('journey' in entry && entry.journey !== undefined) journeys.add(entry.journey);
    }
    for (const { journey, at } of Object.values(commit.enrolments)) placeKeys.add(JSON.stringify([journey, at]));
    readSoon(life, one);
  };

  const countsWrong = async (): Promise<string[]> => {
    const counted = new Map<string, number>();
    for (const journey of journeys)
      for (const { day, kind, step, value, reason, count } of await sqlite.read.counts.of(journey, DAYS)) {
        if (kind === 'answer') continue;
        const place = kind === 'delivery' || kind === 'rejected' ? [] : [kind === 'promise' ? step : journey];
        const more = kind === 'decision' ? [step, value, reason] : value === '' ? [] : [value];
        const key = [day, kind, ...place, ...more].join();
        counted.set(key, (counted.get(key) ?? 0) + count);
      }
    return [...new Set([...counted.keys(), ...journalled.keys()])].flatMap((key) => {
      const [is, was] = [counted.get(key) ?? 0, journalled.get(key) ?? 0];
      return is === was ? [] : [`${key} is counted ${is} times and was journalled ${was} times.`];
    });
  };

  const peopleWrong = async (items: readonly CustomerState[]): Promise<string[]> => {
    const key = ({ customer, journey, step, enrolment, due, held }: Resting): string =>
      JSON.stringify([customer, journey, step, enrolment, due, held]);
    const resting = items.flatMap(({ id, enrolments }) =>
      Object.entries(enrolments).flatMap(([enrolment, own]) => {
        const rest = restOf(own);
        return rest ? [{ customer: id, journey: own.journey, step: own.at, enrolment, since: own.since, ...rest }] : [];
      }),
    );
    const places = [...placeKeys].map((place) => JSON.parse(place) as [string, string]);
    const pages = await Promise.all(
      places.map(([journey, step]) => sqlite.read.people.at({ journey, step }, EVERYBODY)),
    );
    const peopleKeys = pages.flatMap((page) => page.items.map(key)).sort();
    const wrong =
      JSON.stringify(peopleKeys) === JSON.stringify(resting.map(key).sort())
        ? []
        : [`${peopleKeys.length} people are listed at steps where ${resting.length} rest: ${peopleKeys.slice(0, 3)}`];
    for (const journey of journeys) {
      const counted = (await sqlite.read.people.counts(journey)).reduce((sum, { count }) => sum + count, 0);
      const own = resting.filter((one) => one.journey === journey).length;
      if (counted !== own) wrong.push(`In ${journey} ${counted} are counted, and ${own} rest.`);
    }
    const upcoming = (await sqlite.read.upcoming.on(DAYS)).reduce((sum, { count }) => sum + count, 0);
    if (upcoming !== resting.length) wrong.push(`${upcoming} are due on some day, and ${resting.length} rest.`);
    return wrong;
  };

  /** The lists of work have all that is open, where it is needed, that of a crowd in its own, and counted; and nothing else. */
  const queueWrong = async (items: readonly CustomerState[]): Promise<string[]> => {
    const open = items.flatMap(({ id, tasks = {} }) =>
      Object.entries(tasks).flatMap(([task, work]) => (isOpenWork(work) ? [{ id, task, ...work }] : [])),
    );
    const listTasks = async (list: 'open' | 'taken', of?: { crowd: string; moment: string }): Promise<string[]> =>
      (await sqlite.read.queue.page({ list, of }, EVERYBODY)).items
        .map(({ customer, task, state, rank }) => [customer, task, state, rank].join())
        .sort();
    const due = (matches: (one: (typeof open)[number]) => boolean): string[] =>
      open
        .filter(matches)
        .map(({ id, task, state, rank }) => [id, task, state, rank].join())
        .sort();
    const wrong: string[] = [];
    const compare = (what: string, is: readonly string[], should: readonly string[]): void => {
      if (is.join('\n') !== should.join('\n'))
        wrong.push(`${is.length} tasks are ${what}, and ${should.length} should be: ${is.slice(0, 3).join('; ')}`);
    };
    compare(
      'listed as open',
      await listTasks('open'),
      due(({ state, crowd }) => state === 'open' && !crowd),
    );
    compare(
      'listed as taken',
      await listTasks('taken'),
      due(({ state }) => state === 'taken'),
    );
    const counts = await sqlite.read.crowds.counts();
    const crowds = [...counts, ...open].flatMap(({ crowd, moment }) =>
      crowd === undefined ? [] : [{ crowd, moment }],
    );
    for (const text of new Set(crowds.map((of) => JSON.stringify(of))))
      for (const list of ['open', 'taken'] as const) {
        const of: { crowd: string; moment: string } = JSON.parse(text);
        const isOf = (one: { crowd?: string | undefined; moment: string; state: string }): boolean =>
          one.crowd === of.crowd && one.moment === of.moment && one.state === list;
        const own = due(isOf);
        compare(`listed as ${list} in ${text}`, await listTasks(list, of), own);
        const counted = counts.filter(isOf).reduce((sum, { count }) => sum + count, 0);
        if (counted !== own.length) wrong.push(`${counted} are counted as ${list} in ${text}, and ${own.length} are.`);
      }
    const negative = counts.filter(({ count }) => count < 0);
    return [...wrong, ...negative.map((one) => `${JSON.stringify(one)} is counted.`)];
  };

  /** All entries of the directory, and none of whom it must not have. */
  const filed = db.prepare('SELECT by, key, customer FROM directory');
  const directoryWrong = (items: readonly CustomerState[]): string[] => {
    const key = ({ by, key: entry, customer }: Record<string, unknown>): string => [customer, by, entry].join();
    const is = filed.all().map(key).sort();
    const due = items.flatMap((item) => entriesOf(knownBy(item)).map((entry) => key({ ...entry, customer: item.id })));
    return is.join('\n') === due.sort().join('\n')
      ? []
      : [`The directory has ${is.length} entries, and ${due.length} are due.`];
  };

  /** Everybody who asks for something is found by it, and nobody else. */
  const filedAskers = db.prepare('SELECT theme, customer FROM askers');
  const askersWrong = (items: readonly CustomerState[]): string[] => {
    const is = filedAskers.all().map(({ theme, customer }) => `${theme} ${customer}`);
    const due = items.flatMap(({ id, themes = {} }) => Object.keys(themes).map((theme) => `${theme} ${id}`));
    return is.sort().join('\n') === due.sort().join('\n')
      ? []
      : [`${is.length} are found by what they asked for, and ${due.length} asked.`];
  };

  return {
    committed,
    work: sqlite.read.queue,
    /** What is not as it was committed, once all is over. */
    violations: async (items: readonly CustomerState[]): Promise<Violation[]> => {
      const unread = [...readings.values()].filter(({ records, from }) => from < records.length).length;
      const wrong = [
        ...(unread > 0 ? [`The commits of ${unread} customers were never counted.`] : []),
        ...(await countsWrong()),
        ...(await peopleWrong(items)),
        ...(await queueWrong(items)),
        ...directoryWrong(items),
        ...askersWrong(items),
      ];
      return wrong.map((message) => ({ invariant: 'I6', customer: 'everybody', message }));
    },
    close: () => db.close(),
  };
};
