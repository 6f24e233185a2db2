import { describe, expect, it } from 'vitest';
import { LOCAL_INBOX_KEY } from '../../../cli/console/ports/inbox.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { signed } from '../../functions/inbox/support.ts';
import { live, signedUp } from './support.ts';

const NOW = Date.parse('2026-10-05T10:00:00Z');

/** Somebody without an address, in whose inbox the tip for teams is; the world is ten days ahead of the clock on the wall. */
const withTip = async () => {
  const world = await live();
  const { detail, ...event } = signedUp('tess');
  const { email: _, ...rest } = detail as Record<string, unknown>;
  await world.post('/api/events', { ...event, detail: { ...rest, plan: 'team' } });
  await world.pass('10 days');
  const ask = async (options: Parameters<typeof signed>[0]) => {
    const request = signed({ key: LOCAL_INBOX_KEY, ...options }, NOW);
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'POST' ? { body: await request.text() } : {};
    const answer = await world.app.request(`${pathname}${search}`, {
      method: request.method,
      headers: request.headers,
      ...body,
    });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  const list = async () => (await ask({ query: { customer: 'tess' } })).body;
  const post = (what: string, ids: string[]) =>
    ask({ method: 'POST', path: `/inbox/${what}`, body: JSON.stringify({ customer: 'tess', ids }) });
  return { ...world, ask, list, post };
};

describe('the inboxes of a world on one machine', () => {
  it('are read as those of a stage: signed, and by nobody else', async () => {
    const { ask, list } = await withTip();
    const { unread, messages } = await list();
    expect(unread).toBe(1);
    expect(messages).toMatchObject([{ moment: 'tip-team', title: 'Three roles cover most teams' }]);
    expect(messages[0].html).toContain('<strong>People › Roles</strong>');
    expect(Date.parse(messages[0].until) - Date.parse(messages[0].at)).toBe(90 * DAY);
    expect((await ask({ key: 'another key of some length', query: { customer: 'tess' } })).status).toBe(401);
  });

  it('tell what was read and put away: on the timeline, on the page of the customer, and in what is exported', async () => {
    const { list, post, story, as } = await withTip();
    const { messages } = await list();
    const ids = [messages[0].id];
    const readInbox = () => as('agent')('readInbox', { params: { customer: 'tess' } });
    expect(await readInbox()).toMatchObject({ isOpen: true, unread: 1, messages: [{ id: ids[0] }] });
    expect((await post('read', ids)).body).toEqual({ unread: 0 });
    await post('read', ids);
    expect(await readInbox()).toMatchObject({ unread: 0, messages: [{ readAt: expect.any(String) }] });
    await post('dismiss', ids);
    expect(await readInbox()).toMatchObject({ unread: 0, messages: [] });
    const { timeline, lastHeardAt } = await story('tess');
    const titles = timeline.filter(({ entry }) => entry.kind === 'delivery').map(({ title }) => title);
    expect(titles).toEqual(['They put a message in their account away', 'They saw a message in their account']);
    expect(lastHeardAt).toBe(timeline[0]?.at);
    const customerData = await as('admin')('exportCustomer', { params: { customer: 'tess' } });
    expect(customerData.messages).toMatchObject([{ readAt: expect.any(String), dismissedAt: expect.any(String) }]);
  });

  it('are gone with their customer, and what was done there too', async () => {
    const { list, post, as, db } = await withTip();
    await post('read', [(await list()).messages[0].id]);
    await as('admin')('eraseCustomer', { params: { customer: 'tess' } });
    expect(await list()).toEqual({ unread: 0, messages: [] });
    expect(db.prepare('SELECT count(*) AS n FROM inbox_marks').get()).toEqual({ n: 0 });
  });
});
