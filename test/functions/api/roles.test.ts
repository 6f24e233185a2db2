import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { SUBJECTS, TRIES } from '../../../functions/api/audited.ts';
import { PATHS, ROUTE_NAMES, type RouteName } from '../../../functions/api/contract/paths.ts';
import { Role } from '../../../functions/api/contract/roles.ts';
import { MAY, mayAsk, SAYS } from '../../../functions/api/roles.ts';
import type { Act } from '../../../functions/shared/stores/audit-log.ts';
import { openLocal } from './local.ts';
import { signedUp } from './world.ts';

/** Some path of a route, of which only who may ask it is looked at. */
const pathOf = (name: RouteName): string => PATHS[name][1].replaceAll(/\{\w+\}/g, '1');

/** What is said of a task. */
const ON_TASKS: RouteName[] = ['takeTask', 'returnTask', 'doneTask', 'declineTask', 'noteTask', 'answerCrowd'];

const LISTS_OF_TASKS: RouteName[] = ['listTasks', 'customerTasks', 'listCrowds', 'readCrowd', 'crowdTasks'];

/** Who may, row by row, as the console says it: viewers see numbers and no customers. */
const TABLE: Record<Role, RouteName[]> = {
  viewer: [
    'me',
    'overview',
    'listJourneys',
    'readJourney',
    'listVersions',
    'readVersion',
    'diffVersion',
    'listMoments',
    'readMoment',
    'previewMoment',
    'listDraftFiles',
    'readDraftFile',
    'listPromises',
    'listTeams',
    'upcoming',
    'listEventForms',
    'settings',
  ],
  agent: [
    'peopleAtStep',
    'listBroadcasts',
    'searchCustomers',
    'readCustomer',
    'readInbox',
    'why',
    ...LISTS_OF_TASKS,
    ...ON_TASKS,
    'addNote',
    'listGestures',
    'giveGesture',
    'reverseGesture',
    'setPreferences',
    'setTheme',
  ],
  marketer: [
    'peopleAtStep',
    'listBroadcasts',
    'searchCustomers',
    'readCustomer',
    'readInbox',
    'why',
    'listGestures',
    ...LISTS_OF_TASKS,
    'stopBroadcast',
    'resumeBroadcast',
    'pauseJourney',
    'resumeJourney',
    'testSend',
    'writeDraftFile',
    'deleteDraftFile',
    'checkDraft',
    'runScenarios',
    'playDraft',
    'backtestDraft',
    'readJob',
    'sendEvents',
    'answerAs',
    'listRejects',
    'listAudit',
    'advanceClock',
  ],
  publisher: ['rollBack', 'publishDraft'],
  admin: [
    ...ON_TASKS,
    'addNote',
    'giveGesture',
    'reverseGesture',
    'setPreferences',
    'setTheme',
    'eraseCustomer',
    'exportCustomer',
    'redriveRejects',
    'listUsers',
    'inviteUser',
    'setRoles',
    'setAccess',
  ],
};

const expected = (role: Role): Set<RouteName> => {
  if (role === 'viewer') return new Set(TABLE.viewer);
  if (role === 'agent' || role === 'marketer') return new Set([...TABLE.viewer, ...TABLE[role]]);
  const publisher = [...expected('marketer'), ...TABLE.publisher];
  return new Set(role === 'publisher' ? publisher : [...publisher, ...TABLE.admin]);
};

let world: Awaited<ReturnType<typeof openLocal>>;
beforeAll(async () => {
  world = await openLocal();
});

describe('roles', () => {
  it.each(Role.options)('%s may ask just what the table says', (role) => {
    expect(ROUTE_NAMES.filter((name) => mayAsk([role], name)).toSorted()).toEqual([...expected(role)].toSorted());
  });

  it('are asked for by every route of the OpenAPI, which has a row for each', async () => {
    const { request } = world;
    const { paths } = (await (await request('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: RouteName; 'x-roles': Role[] }>>;
    };
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual([...ROUTE_NAMES].toSorted());
    for (const { operationId, 'x-roles': roles } of operations) expect(roles).toEqual(MAY[operationId]);
  });

  it.each(ROUTE_NAMES)('%s is refused to who has no role for it, with the roles that have', async (name) => {
    const { request } = world;
    const [method] = PATHS[name];
    for (const role of Role.options) {
      const answer = await request(pathOf(name), { method }, role);
      if (mayAsk([role], name)) {
        expect([401, 403]).not.toContain(answer.status);
        continue;
      }
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        roles: [...MAY[name]],
        detail: expect.stringContaining(`you are ${role}`),
      });
    }
  });

  it('are needed by everybody: who did not sign in is told to', async () => {
    const { api, app } = await openLocal();
    Object.assign(api, { identify: () => undefined });
    const answer = await app.request('/api/overview');
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('Sign in first') });
  });

  it.each(Role.options)('%s may in the words of docs/api.md what the console says that it may', (role) => {
    expect(readFileSync('docs/api.md', 'utf8')).toContain(`\n| ${role} | ${SAYS[role]} |\n`);
  });

  it('leave no act without a line in the audit log', () => {
    const acts = ROUTE_NAMES.filter((name) => PATHS[name][0] !== 'GET' || name === 'exportCustomer');
    expect(acts.filter((name) => !TRIES.includes(name)).toSorted()).toEqual(Object.keys(SUBJECTS).toSorted());
  });
});

describe('acts', () => {
  const pause = (app: { request: (path: string, init: RequestInit) => Response | Promise<Response> }, role: Role) =>
    app.request('/api/journeys/renewal/pause', { method: 'POST', headers: { 'x-tactful-role': role } });

  it('let nothing be done that cannot be put on record', async () => {
    const { api, app } = await openLocal();
    Object.assign(api.audit, { append: () => Promise.reject(new Error('throttled')) });
    expect((await pause(app, 'marketer')).status).toBe(500);
    expect(await api.flags.paused()).toEqual([]);
  });

  it('do what is on record, although it is not written any more how it was before', async () => {
    const { api, app, reports } = await openLocal();
    const { append } = api.audit;
    let lines = 0;
    Object.assign(api.audit, {
      append: async (act: Act) => (++lines > 1 ? Promise.reject(new Error('throttled')) : append(act)),
    });
    expect((await pause(app, 'marketer')).status).toBe(200);
    expect((await api.audit.page()).items).toMatchObject([{ act: 'pauseJourney' }]);
    expect(reports).toEqual([new Error('throttled')]);
  });

  it('are told in one line what was done, with how it was before, and in one what failed', async () => {
    const { api, app, as } = await openLocal();
    await pause(app, 'marketer');
    Object.assign(api.flags, { pause: () => Promise.reject(new Error('away')) });
    expect((await pause(app, 'publisher')).status).toBe(500);
    const { items } = await as('admin')('listAudit', { query: {} });
    const acts = items.map(({ right, outcome, before, after }) => ({ right, outcome, before, after }));
    expect(acts).toHaveLength(2);
    expect(acts).toContainEqual({
      right: 'marketer',
      outcome: 'done',
      before: { isPaused: false },
      after: { isPaused: true },
    });
    expect(acts).toContainEqual({ right: 'publisher', outcome: 'failed', before: undefined, after: undefined });
  });

  it('are refused where an answer of a stage has no room for them, with what to do instead', async () => {
    const { api, as, send, request } = await openLocal();
    await send(signedUp('ada'));
    Object.assign(api.customers, { past: async () => [{ event: 'x'.repeat(6_000_000) }] });
    const local = await as('admin')('exportCustomer', { params: { customer: 'ada' } });
    expect(local.past).toHaveLength(1);
    Object.assign(api.stage, { isLocal: false, name: 'live' });
    const answer = await request('/api/customers/ada/export', {}, 'admin');
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      detail: expect.stringContaining('tactful export <customer> --stage live'),
    });
    const { items } = await as('admin')('listAudit', { query: {} });
    expect(items).toContainEqual(expect.objectContaining({ act: 'exportCustomer', outcome: 'refused' }));
  });
});
