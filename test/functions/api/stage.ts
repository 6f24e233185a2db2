import { describe, expect, it } from 'vitest';
import { type ApiWorld, event, signedUp } from './world.ts';

/** What a stage is and was told to do, as every world has it. */
export const describeStage = (open: () => Promise<ApiWorld>): void => {
  describe('a stage', () => {
    it('says who one is and what one may', async () => {
      const world = await open();
      const me = await world.as('marketer')('me', {});
      expect(me).toMatchObject({ roles: ['marketer'], version: 1, zone: 'Europe/London', canSendEvents: true });
      expect(me.may).toContain('writeDraftFile');
      expect(me.may).not.toContain('eraseCustomer');
    });

    it('has an overview that agrees with its journeys', async () => {
      const world = await open();
      await world.send(signedUp('ada'), signedUp('bo'), event('unheard.of', { customerId: 'ada' }, 'u'));
      const overview = await world.as('viewer')('overview', {});
      expect(overview).toMatchObject({ running: 2, today: { entered: 2, sent: 2 }, resting: { listening: 2 } });
      expect(overview.rejected).toEqual({ 'unknown-type': 1 });
      expect(overview.alarms).toMatchObject([{ kind: 'rejects', count: 1 }]);
      const { items } = await world.as('viewer')('listJourneys', {});
      expect(overview.journeys.map(({ journey, running }) => [journey, running])).toEqual(
        items.map(({ journey, running }) => [journey, running]),
      );
    });

    it('says in its overview what was not taken in 14 days, and does not look into the queue of it for that', async () => {
      const world = await open();
      await world.send(event('unheard.of', { customerId: 'ada' }, 'u'));
      await world.as('admin')('redriveRejects', { body: { discard: true } });
      const { rejected } = await world.as('viewer')('overview', {});
      expect(rejected).toEqual({ 'unknown-type': 1 });
      await world.pass('15 days');
      expect((await world.as('viewer')('overview', {})).rejected).toEqual({});
    });

    it('keeps what was not taken, with the reason, and puts it back or discards it', async () => {
      const world = await open();
      await world.send(
        event('unheard.of', { customerId: 'ada' }, 'u1'),
        event('unheard.of', { customerId: 'bo' }, 'u2'),
      );
      const ask = world.as('admin');
      const { items, byReason } = await ask('listRejects', { query: {} });
      expect(items.map(({ id }) => id)).toEqual(['u2', 'u1']);
      expect(items[0]).toMatchObject({
        reason: 'unknown-type',
        event: 'unheard.of',
        message: expect.stringContaining('unheard.of'),
      });
      expect(byReason).toEqual({ 'unknown-type': 2 });
      const again = await ask('redriveRejects', { body: {} });
      expect(again).toMatchObject({ putBack: 2, isMore: false });
      expect((await ask('listRejects', { query: {} })).items).toHaveLength(2);
      expect(await ask('redriveRejects', { body: { reason: 'unknown-type', discard: true } })).toMatchObject({
        discarded: 2,
      });
      expect((await ask('listRejects', { query: {} })).items).toEqual([]);
    });

    it('lists work that was given to people, with who it is about', async () => {
      const world = await open();
      await world.send(event('support.ticket_opened', { customerId: 'ada', ticketId: 't1', subject: 'Help' }, 'open'));
      await world.pass('30 days');
      const { items } = await world.as('agent')('listTasks', { query: {} });
      expect(items.map(({ moment }) => moment)).toContain('ticket-stalled');
      expect(items[0]).toMatchObject({ customer: 'ada', mood: expect.any(String) });
      expect(items[0]?.text).not.toBe('');
    });

    it('counts what each team has done today', async () => {
      const world = await open();
      const [day, ...others] = (await world.as('viewer')('listTeams', {})).items;
      expect(others).toEqual([]);
      expect(day).toMatchObject({ team: 'support', calls: expect.any(Number), done: 0, taken: 0 });
      await world.send(event('support.ticket_opened', { customerId: 'ada', ticketId: 't1', subject: 'Help' }, 'open'));
      await world.pass('15 days');
      const agent = world.as('agent');
      const [task] = (await agent('listTasks', { query: {} })).items;
      const body = { customer: 'ada', task: task?.id ?? '' };
      await agent('takeTask', { body });
      expect((await agent('listTeams', {})).items).toMatchObject([{ done: 0, taken: 1 }]);
      await agent('doneTask', { body });
      expect((await agent('listTeams', {})).items).toMatchObject([{ done: 1, taken: 0 }]);
      await world.pass('1 day');
      expect((await agent('listTeams', {})).items).toMatchObject([{ done: 0, taken: 0 }]);
    });

    it('lets agents take a task, give it back, note, decline it and do it after all, with who did what', async () => {
      const world = await open();
      await world.send(event('support.ticket_opened', { customerId: 'ada', ticketId: 't1', subject: 'Help' }, 'open'));
      await world.pass('15 days');
      const agent = world.as('agent');
      const { name } = (await agent('me', {})).user;
      const lists = async (list: 'open' | 'mine' | 'taken' | 'over') =>
        (await agent('listTasks', { query: { list } })).items.map(({ id }) => id);
      const [task] = (await agent('listTasks', { query: {} })).items;
      if (!task) throw new Error('nothing is to be done');
      const body = { customer: 'ada', task: task.id };
      expect(await agent('takeTask', { body })).toMatchObject({ state: 'taken', by: name, isMine: true });
      expect([await lists('open'), await lists('mine'), await lists('taken')]).toEqual([[], [task.id], [task.id]]);
      expect(await agent('takeTask', { body })).toMatchObject({ state: 'taken', isMine: true });
      await agent('returnTask', { body });
      expect(await lists('open')).toEqual([task.id]);
      await world.send(event('agent.task_taken', { customerId: 'ada', task: task.id, by: 'bea' }, 'bea takes it'));
      await expect(agent('takeTask', { body })).rejects.toThrow("This task is bea's, who took it first");
      await expect(agent('returnTask', { body })).rejects.toThrow(`This task is bea's, and ${name} does not have it`);
      await expect(agent('declineTask', { body: { ...body, reason: 'no' } })).rejects.toThrow("This task is bea's");
      await world.send(event('agent.task_returned', { customerId: 'ada', task: task.id, by: 'bea' }, 'bea is ill'));
      await agent('noteTask', { body: { ...body, text: 'Prefers mornings.' } });
      expect(await agent('declineTask', { body: { ...body, reason: 'no number' } })).toMatchObject({
        said: 'no number',
      });
      expect(await lists('over')).toEqual([task.id]);
      await expect(agent('returnTask', { body })).rejects.toThrow('This task is declined already');
      const done = { ...body, outcome: 'all is well', note: 'They called us.' };
      expect(await agent('doneTask', { body: done })).toMatchObject({ state: 'done', said: 'all is well' });
      await expect(agent('doneTask', { body: done })).rejects.toThrow('This task is done already');
      const { timeline } = await agent('readCustomer', { params: { customer: 'ada' }, query: {} });
      const lines = timeline.flatMap(({ title, reason, entry }) =>
        entry.kind === 'task' || entry.kind === 'note' ? [`${title}: ${reason ?? ''}`] : [],
      );
      expect(lines.slice(0, 3)).toEqual([
        `“A ticket open for a week” was done after all by ${name}: All is well. They called us.`,
        `“A ticket open for a week” was declined by ${name}: No number`,
        `Noted by ${name}: Prefers mornings.`,
      ]);
      expect((await agent('customerTasks', { params: { customer: 'ada' } })).items).toMatchObject([{ state: 'done' }]);
      const { items: acts } = await world.as('admin')('listAudit', { query: { kind: 'task', subject: task.id } });
      expect(acts.map(({ act }) => act)).toContain('doneTask');
      expect(JSON.stringify(acts)).not.toContain('Prefers mornings');
    });

    it('says what is due on the next days, and what may go out then', async () => {
      const world = await open();
      await world.send(signedUp('ada'), signedUp('bo'));
      const { items } = await world.as('viewer')('upcoming', { query: {} });
      const [first] = items;
      expect(first).toMatchObject({ total: 2, items: [{ journey: 'onboarding', doing: 'listening', people: 2 }] });
      expect(first?.items[0]).toMatchObject({
        moments: expect.arrayContaining(['tip-after-import', 'tip-first-step']),
        momentTitles: expect.arrayContaining(['After the first import', 'A first step']),
        stepTitle: 'listen for product.activated',
      });
    });

    it('puts every act on record: who, when, what, before and after; and what was refused', async () => {
      const world = await open();
      await world.as('marketer')('pauseJourney', { params: { journey: 'renewal' } });
      expect((await world.request('/api/journeys/renewal/pause', { method: 'POST' }, 'viewer')).status).toBe(403);
      const { items } = await world.as('admin')('listAudit', { query: { kind: 'journey', subject: 'renewal' } });
      expect(items).toMatchObject([
        {
          act: 'pauseJourney',
          right: 'marketer',
          before: { isPaused: false },
          after: { isPaused: true },
          outcome: 'done',
        },
      ]);
      const all = (await world.as('admin')('listAudit', { query: {} })).items;
      expect(all).toContainEqual(expect.objectContaining({ act: 'pauseJourney', right: 'viewer', outcome: 'refused' }));
    });

    it('refuses what it does not understand, and says where', async () => {
      const world = await open();
      const answer = await world.request('/api/customers?count=0&nonsense=1', {}, 'agent');
      expect(answer.status).toBe(400);
      const { errors } = (await answer.json()) as { errors: { at: string }[] };
      expect(errors.map(({ at }) => at).join(' ')).toMatch(/query\.count/);
      for (const path of ['/api/customers?q=ada&', '/api/customers?', '/api/tasks?', '/api/rejects?', '/api/versions?'])
        for (const after of ['0nonsense', '']) {
          const refused = await world.request(`${path}after=${after}`, {}, 'admin');
          expect([path, after, refused.status]).toEqual([path, after, 400]);
          expect(((await refused.json()) as { detail: string }).detail).toContain('`next` of an answer');
        }
      for (const base of [0, -1]) {
        const body = JSON.stringify({ note: 'n', base });
        const headers = { 'content-type': 'application/json' };
        expect((await world.request('/api/drafts/publish', { method: 'POST', headers, body }, 'admin')).status).toBe(
          400,
        );
      }
      expect((await world.request('/api/overview', { method: 'DELETE' }, 'admin')).status).toBe(405);
      expect((await world.request('/api/nothing', {}, 'admin')).status).toBe(404);
    });
  });
};
