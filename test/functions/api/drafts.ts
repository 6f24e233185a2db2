import { describe, expect, it } from 'vitest';
import type { ApiProblem } from '../../../functions/api/contract/client.ts';
import { BacktestResult } from '../../../functions/api/contract/drafts.ts';
import type { Job } from '../../../functions/api/contract/jobs.ts';
import { type ApiWorld, event, signedUp } from './world.ts';

/** Waits for a job. */
const over = async (world: ApiWorld, job: string): Promise<Job> => {
  for (;;) {
    const current = await world.as('marketer')('readJob', { params: { job } });
    if (current.state !== 'running') return current;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

const WELCOME = 'moments/welcome.md';
const ONBOARDING = 'journeys/onboarding.yaml';

/** Drafts and versions, as every world has them. */
export const describeDrafts = (open: () => Promise<ApiWorld>): void => {
  describe('a draft', () => {
    it('is read and written file by file, and two who edit the same notice each other', async () => {
      const world = await open();
      const ask = world.as('marketer');
      const params = { path: WELCOME };
      const { text, etag } = await ask('readDraftFile', { params });
      const headers = { 'if-match': `"${etag}"` };
      const draft = await ask('writeDraftFile', { params, headers, body: { text: `${text}\nMore.\n` } });
      expect(draft.etag).not.toBe(etag);
      const stale = await ask('writeDraftFile', { params, headers, body: { text: 'Other.' } }).catch(
        (error: ApiProblem) => error.problem,
      );
      expect(stale).toMatchObject({ status: 412, etag: draft.etag, changedBy: draft.changedBy });
      const { items, published } = await ask('listDraftFiles', { query: {} });
      expect(published).toBe(1);
      expect(items.filter(({ change }) => change !== 'same')).toMatchObject([{ path: WELCOME, change: 'changed' }]);
      const raw = await world.request(`/api/drafts/files/${WELCOME}`, {}, 'marketer');
      expect(raw.headers.get('etag')).toBe(`"${draft.etag}"`);
    });

    it('is read whole in one answer, without what is taken away', async () => {
      const ask = (await open()).as('marketer');
      const params = { path: WELCOME };
      const before = await ask('listDraftFiles', { query: { texts: 'yes' } });
      for (const { path, text, etag } of before.items) {
        expect(await ask('readDraftFile', { params: { path } })).toMatchObject({ text, etag });
      }
      const bare = await ask('listDraftFiles', { query: {} });
      expect(bare.items.filter(({ text }) => text !== undefined)).toEqual([]);
      const etag = before.items.find(({ path }) => path === WELCOME)?.etag;
      await ask('deleteDraftFile', { params, headers: { 'if-match': `"${etag}"` } });
      const { items } = await ask('listDraftFiles', { query: { texts: 'yes' } });
      expect(items.find(({ path }) => path === WELCOME)).toMatchObject({ change: 'removed' });
      expect(items.filter(({ text }) => text === undefined).map(({ path }) => path)).toEqual([WELCOME]);
    });

    it('is read file by file where its texts are too large for one answer', async () => {
      const ask = (await open()).as('marketer');
      const headers = { 'if-none-match': '*' as const };
      for (const name of ['a', 'b', 'c', 'd']) {
        const params = { path: `moments/large-${name}.md` };
        await ask('writeDraftFile', { params, headers, body: { text: 'x'.repeat(399_000) } });
      }
      const { items } = await ask('listDraftFiles', { query: { texts: 'yes' } });
      expect(items.filter(({ text }) => text !== undefined)).toEqual([]);
    });

    it('takes new files and takes files away, and refuses what is no file of workflows or does not say what was read', async () => {
      const world = await open();
      const ask = world.as('marketer');
      const params = { path: 'moments/new.md' };
      const none = { 'if-none-match': '*' as const };
      const { etag } = await ask('writeDraftFile', { params, headers: none, body: { text: 'x' } });
      const twice = await ask('writeDraftFile', { params, headers: none, body: { text: 'y' } }).catch(
        (error: ApiProblem) => error.problem,
      );
      expect(twice).toMatchObject({ status: 412 });
      await ask('deleteDraftFile', { params, headers: { 'if-match': etag } });
      expect((await world.request('/api/drafts/files/moments/new.md', {}, 'marketer')).status).toBe(404);
      const put = (path: string) =>
        world.request(
          `/api/drafts/files/${path}`,
          { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"text":"x"}' },
          'marketer',
        );
      expect((await put('moments/new.md')).status).toBe(428);
      for (const path of [
        'secrets.txt',
        'moments/..%2f..%2fx.md',
        'journeys/.x.yaml',
        '..%2fpackage.json',
        'journeys/a%00b.yaml',
        `journeys/${'%E7%95%8C'.repeat(90)}.yaml`,
        'journeys/renewal.yaml/inside.yaml',
      ]) {
        const answer = await put(path);
        expect([path, answer.status]).toEqual([path, 400]);
        expect(((await answer.json()) as { detail: string }).detail).toContain(
          'is no file of workflows: there is events.yaml',
        );
        expect([path, (await world.request(`/api/drafts/files/${path}`, {}, 'marketer')).status]).toEqual([path, 400]);
      }
    });

    it('is checked, also with a text that nobody has saved', async () => {
      const world = await open();
      const ask = world.as('marketer');
      const sound = await ask('checkDraft', { body: {} });
      expect(sound.isSound).toBe(true);
      const { text } = await ask('readDraftFile', { params: { path: WELCOME } });
      const files = { [WELCOME]: text.replace('customer.firstName', 'customer.frstName') };
      const { isSound, problems } = await ask('checkDraft', { body: { files } });
      expect(isSound).toBe(false);
      expect(problems[0]).toMatchObject({
        file: WELCOME,
        line: expect.any(Number),
        message: expect.stringContaining('frstName'),
      });
      expect((await ask('checkDraft', { body: {} })).isSound).toBe(true);
    });

    it('has scenarios that are played as a job with progress', async () => {
      const world = await open();
      const ask = world.as('marketer');
      const { job } = await ask('runScenarios', { body: { only: ['scenarios/onboarding-paused.yaml'] } });
      const done = await over(world, job);
      expect(done).toMatchObject({ kind: 'scenarios', state: 'done', result: { passed: 1, failed: 0 } });
    });

    it('is played for somebody in virtual time: what they get, when, and where they are', async () => {
      const world = await open();
      const ask = world.as('marketer');
      const { text } = await ask('readDraftFile', { params: { path: WELCOME } });
      const { job } = await ask('playDraft', {
        body: {
          files: { [WELCOME]: text.replace(/^subject: .*$/m, 'subject: All new') },
          customer: { id: 'eve', attributes: { email: 'eve@example.com', zone: 'Europe/London' } },
          startsAt: '2026-03-02T10:00:00Z',
          events: [{ at: '2026-03-02T10:00:00Z', event: 'customer.signed_up', with: { email: 'eve@example.com' } }],
          days: 30,
        },
      });
      const { state, result } = await over(world, job);
      expect(state).toBe('done');
      expect(result).toMatchObject({
        messages: expect.arrayContaining([expect.objectContaining({ moment: 'welcome', subject: 'All new' })]),
        path: expect.arrayContaining([expect.objectContaining({ journey: 'onboarding' })]),
      });
    });

    it('that cannot run fails its job with what is wrong', async () => {
      const world = await open();
      const { job } = await world.as('marketer')('runScenarios', { body: { files: { 'policy.yaml': 'zone: Mars' } } });
      const failed = await over(world, job);
      expect(failed).toMatchObject({
        state: 'failed',
        problem: { status: 422, detail: expect.stringContaining('policy.yaml') },
      });
    });

    it('is tried on the events of the last days, beside what is published', async () => {
      const world = await open();
      await world.send(
        signedUp('ada'),
        event('support.ticket_opened', { customerId: 'bo', ticketId: 't1', subject: 'Help' }, 'open'),
      );
      const ask = world.as('marketer');
      const { text } = await ask('readDraftFile', { params: { path: ONBOARDING } });
      const same = await over(world, (await ask('backtestDraft', { body: {} })).job);
      expect(same).toMatchObject({ state: 'done', result: { events: 2, customers: 2, differing: 0 } });
      const files = {
        [ONBOARDING]: text.replace('- send: welcome', '- send: welcome\n    unless: { on: customer.signed_up }'),
      };
      const other = await over(world, (await ask('backtestDraft', { body: { files } })).job);
      expect(other.state === 'failed' ? other.problem : other.result).toMatchObject({ events: 2 });
    });

    it('is played with who was known before, as they are known: their address is in no event of these days', async () => {
      const world = await open();
      await world.send(signedUp('ada'));
      await world.pass('60 days');
      await world.send(event('support.ticket_opened', { customerId: 'ada', ticketId: 't1', subject: 'Help' }, 'open'));
      await world.pass('9 days');
      const { result } = await over(world, (await world.as('marketer')('backtestDraft', { body: {} })).job);
      const { events, journeys } = BacktestResult.parse(result);
      expect(events).toBe(1);
      expect(journeys.flatMap(({ before }) => Object.keys(before)).filter((what) => what.includes('address'))).toEqual(
        [],
      );
      expect(journeys.flatMap(({ before }) => Object.keys(before))).toContain('sent');
    });

    it('is played against what is published, also once it is saved', async () => {
      const world = await open();
      await world.send(signedUp('ada'));
      const ask = world.as('marketer');
      const params = { path: ONBOARDING };
      const { text, etag } = await ask('readDraftFile', { params });
      const body = { text: text.replace('$not(event.plan = "internal")', 'event.plan = "internal"') };
      await ask('writeDraftFile', { params, headers: { 'if-match': etag }, body });
      const { job } = await ask('backtestDraft', { body: {} });
      expect(await over(world, job)).toMatchObject({ state: 'done', result: { events: 1, differing: 1 } });
    });

    it('is published with a note, and rolled back with another: both are versions', async () => {
      const world = await open();
      const ask = world.as('publisher');
      const params = { path: WELCOME };
      const { text, etag } = await ask('readDraftFile', { params });
      const body = { text: text.replace(/^subject: .*$/m, 'subject: Changed') };
      await ask('writeDraftFile', { params, headers: { 'if-match': etag }, body });
      const difference = await ask('diffVersion', { params: { version: 1 }, query: { to: 'draft' } });
      expect(difference.files).toMatchObject([{ path: WELCOME, change: 'changed', after: body.text }]);
      const { job } = await ask('publishDraft', { body: { note: 'A new subject.', base: 1 } });
      expect(await over(world, job)).toMatchObject({ kind: 'publish', state: 'done', result: { version: 2 } });
      const late = await over(world, (await ask('publishDraft', { body: { note: 'Late.', base: 1 } })).job);
      expect(late).toMatchObject({ state: 'failed', problem: { detail: expect.stringContaining('version 2') } });
      await world.send(signedUp('ada'));
      const { renderings } = await ask('previewMoment', { params: { moment: 'welcome' }, body: {} });
      expect(renderings[0]?.subject).toBe('Changed');
      const back = await ask('rollBack', { params: { version: 1 }, body: { note: 'It was better.' } });
      expect(await over(world, back.job)).toMatchObject({ state: 'done', result: { version: 3 } });
      expect((await ask('readDraftFile', { params })).text).toBe(text);
      const { items } = await ask('listVersions', { query: {} });
      expect(items).toMatchObject([
        { number: 3, restores: 1, isPublished: true, note: 'It was better.' },
        { number: 2, parent: 1, isPublished: false },
        { number: 1 },
      ]);
      const read = await ask('readVersion', { params: { version: 2 } });
      expect(read.files.map(({ path }) => path)).toContain(WELCOME);
    });
  });
};
