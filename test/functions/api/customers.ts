import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '../../../functions/shared/stores/customer-records.ts';
import { type ApiWorld, event, signedUp } from './world.ts';

const score = (customerId: string, value: number, id: string) =>
  event('feedback.received', { customerId, scale: 'csat', score: value }, id);

/** Customers, as every world has them. */
export const describeCustomers = (open: () => Promise<ApiWorld>): void => {
  describe('customers', () => {
    it('are found by id, email and name, a page at a time', async () => {
      const world = await open();
      await world.send(...['ann', 'ben', 'cem'].map((id) => signedUp(id, { firstName: `Zoë ${id}` })));
      const ask = world.as('agent');
      const search = async (q: string) =>
        (await ask('searchCustomers', { query: { q } })).items.map((one) => one.customer);
      expect(await search('ben')).toEqual(['ben']);
      expect(await search('cem@example.com')).toEqual(['cem']);
      expect(await search('ZOË')).toEqual(['ann', 'ben', 'cem']);
      expect(await search('nobody at all')).toEqual([]);
      const first = await ask('searchCustomers', { query: { q: 'zoë', count: 2 } });
      const second = await ask('searchCustomers', { query: { q: 'zoë', count: 2, after: first.next } });
      expect([...first.items, ...second.items].map(({ customer }) => customer)).toEqual(['ann', 'ben', 'cem']);
      expect(second.next).toBeUndefined();
      expect(first.items[0]).toMatchObject({ name: 'Zoë ann', mood: 'neutral', journeys: [{ journey: 'onboarding' }] });
    });

    it('have a story: who they are, what they got, why, and what comes next', async () => {
      const world = await open();
      await world.send(signedUp('ada'));
      const story = await world.as('agent')('readCustomer', { params: { customer: 'ada' }, query: {} });
      expect(story).toMatchObject({ customer: 'ada', ids: ['ada'], name: 'Ada', zone: 'Europe/London' });
      expect(story.known).toContainEqual(
        expect.objectContaining({ name: 'email', value: 'ada@example.com', provenance: 'stated' }),
      );
      expect(story.enrolments).toMatchObject([{ journey: 'onboarding', step: { doing: 'listening' } }]);
      expect(story.next).toMatchObject([{ journey: 'onboarding', at: story.enrolments[0]?.step?.due }]);
      const [newest, oldest] = [story.timeline[0], story.timeline.at(-1)];
      expect(newest).toMatchObject({ tone: 'sent', title: 'Sent “Welcome” by email', message: { moment: 'welcome' } });
      expect(newest?.message?.headers['List-Unsubscribe']).toBeDefined();
      expect(oldest).toMatchObject({ title: 'Entered Onboarding' });
    });

    it('are found, shown and erased by the longest id that intake takes', async () => {
      const world = await open();
      const customer = 'x'.repeat(512);
      await world.send(signedUp(customer, { firstName: 'Longest' }));
      const ask = world.as('admin');
      const search = async (q: string) =>
        (await ask('searchCustomers', { query: { q } })).items.map((one) => one.customer);
      expect([await search(customer), await search('longest')]).toEqual([[customer], [customer]]);
      expect((await ask('readCustomer', { params: { customer }, query: {} })).customer).toBe(customer);
      await ask('eraseCustomer', { params: { customer } });
      expect(await search('longest')).toEqual([]);
    });

    it('have a mood with what moved it, and until when it lasts', async () => {
      const world = await open();
      await world.send(signedUp('ada'), score('ada', 1, 'bad'));
      const { mood } = await world.as('agent')('readCustomer', { params: { customer: 'ada' }, query: {} });
      expect(mood).toMatchObject({ word: 'negative', evidence: [{ value: -1 }] });
      expect(Date.parse(mood.until ?? '')).toBeGreaterThan(0);
      expect(mood.moves).toMatchObject([{ before: 0, because: [expect.stringContaining('1 of 5')] }]);
      expect(mood.points.at(-1)?.score).toBe(mood.score);
    });

    it('have a timeline that is read page by page, each line once', async () => {
      const world = await open();
      await world.send(signedUp('ada'), ...[5, 4, 5, 4].map((value, place) => score('ada', value, `s${place}`)));
      const ask = world.as('agent');
      const params = { customer: 'ada' };
      const all = (await ask('readCustomer', { params, query: { count: 200 } })).timeline;
      const lines: typeof all = [];
      for (let after: string | undefined, more = true; more; ) {
        const page = await ask('readCustomer', { params, query: { count: 2, after } });
        expect(page.timeline.length).toBeLessThanOrEqual(2);
        lines.push(...page.timeline);
        after = page.older;
        more = after !== undefined;
      }
      expect(lines).toEqual(all);
      expect((await world.request('/api/customers/ada?after=x', {}, 'agent')).status).toBe(400);
    });

    it('ask why, now and at a time, and are told what would have changed it', async () => {
      const world = await open();
      await world.send(event('support.ticket_opened', { customerId: 'ada', ticketId: 't1', subject: 'Help' }, 'open'));
      await world.send(signedUp('ada'));
      const ask = world.as('agent');
      const { decisions, lines } = await ask('why', { params: { customer: 'ada' }, query: {} });
      const heldDecision = decisions.find(({ entry }) => entry.kind === 'decision' && entry.outcome === 'held');
      expect(heldDecision?.grounds?.rested.join(' ')).toContain('ticket t1');
      expect(heldDecision?.grounds?.otherwise.join(' ')).toContain('Once ticket t1 is closed');
      expect(lines[0]).toContain('ada: ');
      const long = await ask('why', { params: { customer: 'ada' }, query: { at: '2020-01-01' } });
      expect(long).toMatchObject({ decisions: [], situation: { mood: { word: 'neutral' }, running: [] } });
      const answer = await world.request('/api/customers/ada/why?at=yesterday', {}, 'agent');
      expect(answer.status).toBe(400);
    });

    it('have notes of colleagues, newest first, which are no part of what they are told', async () => {
      const world = await open();
      await world.send(signedUp('ada'));
      const ask = world.as('agent');
      await ask('addNote', { params: { customer: 'ada' }, body: { text: 'Called, <b>nobody</b> there.' } });
      await ask('addNote', { params: { customer: 'ada' }, body: { text: 'Called again.' } });
      const { notes } = await ask('readCustomer', { params: { customer: 'ada' }, query: {} });
      expect(notes.map(({ text }) => text)).toEqual(['Called again.', 'Called, <b>nobody</b> there.']);
      expect((await world.request('/api/customers/ada/notes', post({ text: '  ' }), 'agent')).status).toBe(400);
    });

    it('have choices that are made on their behalf, and count at once', async () => {
      const world = await open();
      await world.send(signedUp('ada'));
      const ask = world.as('agent');
      const params = { customer: 'ada' };
      const before = await ask('readCustomer', { params, query: {} });
      const topic = before.preferences.topics[0]?.topic ?? '';
      const until = new Date(Date.parse(before.asOf) + 86_400_000).toISOString();
      const body = {
        topics: { [topic]: 'withdrawn' as const },
        channels: { email: 'withdrawn' as const },
        pausedUntil: until,
        frequency: 'fewer' as const,
        hours: { from: '20:00', to: '09:00' },
      };
      const after = await ask('setPreferences', { params, body });
      expect(before.preferences.topics[0]).toMatchObject({ isOn: true });
      expect(after.topics.find((one) => one.topic === topic)).toMatchObject({ isOn: false, choice: 'withdrawn' });
      expect(after.channels.find(({ channel }) => channel === 'email')).toMatchObject({ choice: 'withdrawn' });
      expect(after.pausedUntil).toBe(until);
      expect(after).toMatchObject({ frequency: 'fewer', hours: { from: '20:00', to: '09:00' } });
      await world.pass('1 minute');
      const ended = await ask('setPreferences', { params, body: { pausedUntil: null, hours: null } });
      expect([ended.pausedUntil, ended.hours]).toEqual([undefined, undefined]);
      const tooQuiet = await world.request(
        '/api/customers/ada/preferences',
        put({ hours: { from: '09:00', to: '08:00' } }),
        'agent',
      );
      expect(tooQuiet.status).toBe(400);
      const unknown = await world.request(
        '/api/customers/ada/preferences',
        put({ topics: { nothing: 'granted' } }),
        'agent',
      );
      expect(unknown.status).toBe(404);
    });

    it('are told what they were promised, what is owed first, and it is counted by message', async () => {
      const world = await open();
      await world.send(
        signedUp('ada'),
        event('support.ticket_opened', { customerId: 'ada', ticketId: 't1', subject: 'Help' }),
      );
      const ask = world.as('agent');
      const { promises } = await ask('readCustomer', { params: { customer: 'ada' }, query: {} });
      expect(promises).toMatchObject([{ moment: 'ticket-received', title: 'We have your question', status: 'made' }]);
      await world.send(event('support.ticket_resolved', { customerId: 'ada', ticketId: 't1' }));
      const after = await ask('readCustomer', { params: { customer: 'ada' }, query: {} });
      expect(after.promises).toMatchObject([{ status: 'kept', event: 'support.ticket_resolved' }]);
      expect(after.timeline.map(({ title }) => title)).toContain('Kept the promise of “We have your question”');
      const { items } = await world.as('viewer')('listPromises', { query: {} });
      expect(items).toMatchObject([{ moment: 'ticket-received', made: 1, kept: 1, broken: 0 }]);
    });

    it('have what they ask for, which a colleague notes or takes away', async () => {
      const world = await open();
      await world.send(
        signedUp('ada'),
        event('feedback.received', { customerId: 'ada', text: 'Nice. An export to CSV would help.' }),
      );
      const ask = world.as('agent');
      const params = { customer: 'ada' };
      const { themes, themesKnown } = await ask('readCustomer', { params, query: {} });
      expect(themes).toMatchObject([{ theme: 'export', quote: 'An export to CSV would help.', isNoted: false }]);
      const [, other = ''] = themesKnown;
      await world.pass('1 minute');
      const set = await ask('setTheme', { params, body: { theme: other, choice: 'set', quote: 'On the phone' } });
      expect(set.items.map(({ theme, isNoted }) => [theme, isNoted])).toEqual([
        [other, true],
        ['export', false],
      ]);
      const left = await ask('setTheme', { params, body: { theme: 'export', choice: 'removed' } });
      expect(left.items.map(({ theme }) => theme)).toEqual([other]);
      for (const choice of ['set', 'removed']) {
        const unknown = await world.request('/api/customers/ada/themes', post({ theme: 'nothing', choice }), 'agent');
        expect(unknown.status).toBe(404);
      }
      expect(
        (await world.request('/api/customers/ada/themes', post({ theme: other, choice: 'set' }), 'viewer')).status,
      ).toBe(403);
    });

    it('are exported whole, and erased whole: nothing knows them afterwards', async () => {
      const world = await open();
      const id = 'gone/☃ <b>';
      await world.send(signedUp(id, { email: 'gone@example.com' }));
      const ask = world.as('admin');
      await ask('addNote', { params: { customer: id }, body: { text: 'A note.' } });
      const customerExport = await ask('exportCustomer', { params: { customer: id } });
      expect(customerExport).toMatchObject({
        customer: id,
        messages: [{ moment: 'welcome' }],
        notes: [{ text: 'A note.' }],
      });
      expect(Object.keys(customerExport)).toEqual(expect.arrayContaining([...RECORD_KINDS]));
      expect((await ask('eraseCustomer', { params: { customer: id } })).says).toContain('erased');
      const nobody = await world.request(`/api/customers/${encodeURIComponent(id)}`, {}, 'admin');
      expect(nobody.status).toBe(404);
      expect((await ask('searchCustomers', { query: { q: 'gone' } })).items).toEqual([]);
      const { items } = await ask('listAudit', { query: {} });
      expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['eraseCustomer', 'exportCustomer']));
      expect(JSON.stringify(items)).not.toContain('gone');
    });
  });
};

const send = (method: string) => (body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const post = send('POST');
const put = send('PUT');
