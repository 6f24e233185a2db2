import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createLocalWorld } from '../../../cli/console/local-world.ts';
import { type Quarter, readQuarter } from '../../../cli/console/quarter.ts';
import { openLocal, project } from '../../functions/api/local.ts';

const SHIPPED = readFileSync('simulator/quarter/events.ndjson', 'utf8').split('\n');

/** The first lines of the shipped quarter. */
export const someEvents = (lines: number): string => SHIPPED.slice(0, lines).join('\n');

export const NEVER = new AbortController().signal;

export interface Setting {
  db?: DatabaseSync;
  quarter?: string;
  now?: string;
}

/** A local world over a database in memory, with a clock of its own, that has not played yet. */
export const setting = ({
  db = new DatabaseSync(':memory:'),
  quarter = '',
  now = '2026-10-05T10:00:00Z',
}: Setting = {}) => {
  const clock = { now: Date.parse(now) };
  const reports: unknown[] = [];
  const report = (error: unknown) => reports.push(error);
  const lines: Quarter = readQuarter(quarter);
  const local = createLocalWorld({ db, folder: 'the data', project, quarter: lines, now: () => clock.now, report });
  return { db, clock, reports, local };
};

/** The same, played to the present, with its HTTP side. */
export const live = async (options: Setting = {}) => {
  const world = await openLocal(options);
  const post = (path: string, body: string | object, headers: Record<string, string> = {}) =>
    world.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const story = (customer: string) => world.as('agent')('readCustomer', { params: { customer }, query: {} });
  const momentsOf = async (customer: string): Promise<string[]> =>
    (await story(customer)).timeline.flatMap(({ message }) => message?.moment ?? []).toReversed();
  return { ...world, post, story, momentsOf };
};

export { signedUp } from '../../functions/api/world.ts';

/** Everything that was journalled, as text. */
export const journalOf = (db: DatabaseSync): string[] =>
  (db.prepare('SELECT entry FROM timeline ORDER BY seq').all() as { entry: string }[]).map(({ entry }) => entry);
