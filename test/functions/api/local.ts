import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { localApiDeps } from '../../../cli/console/api-deps.ts';
import { createApp } from '../../../cli/console/app.ts';
import { createLocalWorld } from '../../../cli/console/local-world.ts';
import { createLocalInbox } from '../../../cli/console/ports/inbox.ts';
import { readQuarter } from '../../../cli/console/quarter.ts';
import type { Reload } from '../../../cli/console/reload.ts';
import { createClient } from '../../../functions/api/contract/client.ts';
import type { Role } from '../../../functions/api/contract/roles.ts';
import { loadProject, type Project } from '../../../simulator/project.ts';
import type { ApiWorld } from './world.ts';

export const project: Project = await loadProject('workflows');

export interface LocalOptions {
  db?: DatabaseSync;
  /** Lines of events that are played first. */
  quarter?: string;
  now?: string;
  /** Where its workflows are, and are edited. */
  dir?: string;
  /** Where the console is built. */
  site?: string;
  reload?: (use: (project: Project) => Promise<void>) => Reload;
}

const UNEDITED: Reload = { refresh: async () => {}, broken: () => [] };

/** The API over a world in memory, with a clock of its own. */
export const openLocal = async ({
  db = new DatabaseSync(':memory:'),
  quarter = '',
  now = '2026-10-05T10:00:00Z',
  dir = 'workflows',
  site = 'console/dist',
  reload = () => UNEDITED,
}: LocalOptions = {}) => {
  const clock = { now: Date.parse(now) };
  const reports: unknown[] = [];
  const report = (error: unknown) => reports.push(error);
  const local = createLocalWorld({
    db,
    folder: 'the data',
    project,
    quarter: readQuarter(quarter),
    now: () => clock.now,
    report,
  });
  await local.play(() => {}, new AbortController().signal);
  const reloading = reload(local.use);
  await reloading.refresh();
  let ids = 0;
  const newId = () => `new-${++ids}`;
  const api = await localApiDeps({ local, db, folder: 'the data', dir, user: 'ada', newId, report, reload: reloading });
  const inbox = createLocalInbox({ db, local, newId, clock: () => clock.now, report });
  const app = createApp({ local, api, inbox, refresh: reloading.refresh, site });
  const request = async (path: string, init: RequestInit = {}, role?: Role) =>
    app.request(path, { ...init, headers: { ...init.headers, ...(role ? { 'x-tactful-role': role } : {}) } });
  const world: ApiWorld = {
    pass: async (advance) => {
      await world.as('admin')('advanceClock', { body: { advance } });
    },
    as: (role) => createClient({ fetch: (url, init) => request(url, init, role) }),
    request,
    send: async (...events) => {
      const answer = await request('/api/events', { method: 'POST', body: JSON.stringify(events) }, 'admin');
      expect(answer.status).toBe(200);
    },
  };
  return { ...world, api, app, db, clock, local, reports };
};
