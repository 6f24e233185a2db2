import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createApp } from '../../../cli/studio/app.ts';
import { type Quarter, readQuarter } from '../../../cli/studio/quarter.ts';
import { createStudio } from '../../../cli/studio/studio.ts';
import { loadProject, type Project } from '../../../simulator/project.ts';

export const project: Project = await loadProject('workflows');

const SHIPPED = readFileSync('simulator/quarter/events.ndjson', 'utf8').split('\n');

/** The first lines of the shipped quarter. */
export const someEvents = (lines: number): Quarter => readQuarter(SHIPPED.slice(0, lines).join('\n'));

export const NEVER = new AbortController().signal;

export interface Setting {
  db?: DatabaseSync;
  quarter?: Quarter;
  now?: string;
}

/** A studio over a database in memory, with a clock of its own, that has not played yet. */
export const setting = ({
  db = new DatabaseSync(':memory:'),
  quarter = someEvents(0),
  now = '2026-10-05T10:00:00Z',
}: Setting = {}) => {
  const clock = { now: Date.parse(now) };
  const reports: unknown[] = [];
  const report = (error: unknown) => reports.push(error);
  const studio = createStudio({ db, folder: 'the data', project, quarter, now: () => clock.now, report });
  return { db, clock, reports, studio };
};

/** The same, played to the present, with its HTTP side. */
export const live = async (given: Setting = {}) => {
  const made = setting(given);
  await made.studio.play(() => {}, NEVER);
  let ids = 0;
  const app = createApp({
    studio: made.studio,
    newId: () => `new-${++ids}`,
    report: (error) => made.reports.push(error),
  });
  const post = (path: string, body: string | object, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const get = async (path: string) => (await app.request(path)).json() as Promise<Record<string, never>>;
  return { ...made, app, post, get };
};

export const signedUp = (customerId: string, more: Record<string, unknown> = {}) => ({
  id: `signed-up-${customerId}`,
  source: 'shop.accounts',
  'detail-type': 'customer.signed_up',
  detail: { customerId, firstName: 'Ada', email: 'ada@example.com', zone: 'Europe/London', ...more },
});

/** Everything that was journalled, as text. */
export const journalOf = (db: DatabaseSync): string[] =>
  (db.prepare('SELECT entry FROM timeline ORDER BY seq').all() as { entry: string }[]).map(({ entry }) => entry);
