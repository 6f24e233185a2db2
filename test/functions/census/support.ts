import { type CensusDeps, createCensus } from '../../../functions/census/census.ts';
import type { Commit } from '../../../functions/census/schema.ts';
import type { CustomerStore } from '../../../functions/shared/stores/store.ts';
import type { CensusStorage } from '../../../simulator/world/census.ts';

export const DAY = 86_400_000;
export const T = Date.parse('2026-03-02T10:00:00Z');
export const at = new Date(T).toISOString();
export const DAYS = { from: '2026-03-01', to: '2026-03-31' };

export const enrolment = (more: Partial<Commit['enrolments'][string]> = {}): Commit['enrolments'][string] => ({
  journey: 'renewal',
  at: 'wait',
  visit: 1,
  since: T,
  due: T + 2 * DAY,
  control: false,
  arms: {},
  ...more,
});

export const commit = (id: string, version: number, more: Partial<Commit> = {}): Commit => ({
  id,
  version,
  at: T,
  journal: [],
  enrolments: {},
  decisions: [],
  attributes: {},
  ...more,
});

/** Somebody who comes to rest, as their first commit. */
export const arriving = (id: string, more: Partial<Commit['enrolments'][string]> = {}): Commit =>
  commit(id, 1, {
    enrolments: { [`${id}-e`]: enrolment(more) },
    before: { version: 1, enrolments: { [`${id}-e`]: {} } },
    journal: [
      {
        kind: 'entered',
        at,
        customer: id,
        journey: 'renewal',
        enrolment: `${id}-e`,
        event: 'start',
        arms: { renewal: 'treated' },
      },
    ],
  });

export const commitOfKnown = (id: string, attributes: Record<string, string>, version = 1): Commit =>
  commit(id, version, {
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { value }])),
    before: { version, known: true },
  });

export type OpenStorage = (load: CustomerStore['load']) => Promise<CensusStorage> | CensusStorage;

/** A census of its own for each test. */
export const openedBy = (open: OpenStorage) => async () => {
  const load: CustomerStore['load'] = async (id) => {
    if (id === 'guest') return { movedTo: 'ada' } as Awaited<ReturnType<CustomerStore['load']>>;
    return id === 'ada' ? ({ id } as Awaited<ReturnType<CustomerStore['load']>>) : undefined;
  };
  const storage = await open(load);
  const entries: string[] = [];
  const deps: CensusDeps = { ...storage, onEntry: ({ kind }) => void entries.push(kind) };
  const census = createCensus(deps);
  /** A commit keeps the place in the stream that it had when it came first. */
  const stream: Commit[] = [];
  const placeOf = (one: Commit): number => {
    if (!stream.includes(one)) stream.push(one);
    return stream.indexOf(one) + 1;
  };
  const take = (...commits: Commit[]) =>
    census(
      'shard',
      commits.map((one) => ({ sequence: `${'9'.repeat(20)}${placeOf(one)}`, commit: one })),
    );
  return { ...storage.read, entries, storage, take };
};

export type OpenCensus = ReturnType<typeof openedBy>;
