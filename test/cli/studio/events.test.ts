import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/depth.ts';
import { live, signedUp } from './support.ts';

describe('POST /events', () => {
  it('takes an event, and the customer is there with a journey and its first message', async () => {
    const { post, get } = await live();
    const answer = await post('/events', signedUp('ada'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ entries: [{ id: 'signed-up-ada', status: 'applied', customer: 'ada' }] });
    expect(await get('/customers/ada')).toMatchObject({
      id: 'ada',
      attributes: { firstName: { value: 'Ada', provenance: 'stated', event: 'customer.signed_up' } },
      enrolments: [{ journey: 'onboarding', step: { doing: 'listening' } }],
    });
    expect(await get('/customers/ada/messages')).toMatchObject({
      messages: [{ moment: 'welcome', channel: 'email', to: 'ada@example.com', at: '2026-10-05T10:00:00.000Z' }],
    });
  });

  it('says of each entry what became of it, and one that is refused does not keep out the next', async () => {
    const { post } = await live();
    const unknown = { ...signedUp('ada'), id: 'u', 'detail-type': 'customer.signedup' };
    const large = { ...signedUp('ada'), id: 'l', detail: { customerId: 'ada', firstName: 'x'.repeat(1024 * 1024) } };
    const body = [signedUp('ada'), signedUp('ada'), unknown, large, { ...signedUp('bo'), id: undefined }, 5];
    const { entries } = (await (await post('/events', body)).json()) as { entries: { status: string; id?: string }[] };
    expect(entries).toMatchObject([
      { id: 'signed-up-ada', status: 'applied' },
      { id: 'signed-up-ada', status: 'duplicate' },
      { id: 'u', status: 'rejected', message: expect.stringContaining('"customer.signedup"') },
      { id: 'l', status: 'rejected', message: expect.stringContaining('EventBridge takes 1048576') },
      { id: 'new-1', status: 'applied', customer: 'bo' },
      { status: 'rejected', message: expect.stringContaining('An event has id') },
    ]);
  });

  it('refuses what stands in each other thousands of times, and takes what comes beside it', async () => {
    const { app, post } = await live();
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const sent = async (body: string) => {
      const answer = await app.request('/events', { method: 'POST', body });
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    const tooDeep = { status: 'rejected', message: expect.stringContaining('Send it flatter') };
    expect(await sent(deep)).toMatchObject({ status: 200, entries: [tooDeep] });
    const inside = JSON.stringify({ ...signedUp('ada'), detail: { customerId: 'ada', x: '?' } }).replace('"?"', deep);
    const body = `[${inside},${JSON.stringify(signedUp('bo'))}]`;
    expect(await sent(body)).toMatchObject({ status: 200, entries: [tooDeep, { status: 'applied', customer: 'bo' }] });
    expect(await sent('['.repeat(10_000))).toMatchObject({ status: 400 });
    expect((await post('/clock', `{"advance":${deep}}`)).status).toBe(400);
  });

  it('refuses a body that holds no events, is no text, or is too large', async () => {
    const { app, post } = await live();
    expect((await post('/events', 'hello')).status).toBe(400);
    const bytes = await app.request('/events', { method: 'POST', body: new Uint8Array([0x7b, 0xff]) });
    expect(await bytes.json()).toEqual({ message: 'The body is not UTF-8.' });
    const large = await post('/events', 'x'.repeat(8 * 1024 * 1024 + 1));
    expect(large.status).toBe(413);
    expect(await large.json()).toEqual({ message: 'The body is over 8 MiB. Send it in parts.' });
  });

  it('is not for pages of others', async () => {
    const { app, post } = await live();
    const body = signedUp('ada');
    expect((await post('/events', body, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await app.request('http://elsewhere.example/summary')).status).toBe(403);
    expect((await post('/events', body, { origin: 'http://localhost' })).status).toBe(200);
  });
});

describe('GET /customers/:id', () => {
  it('finds a customer of any id', async () => {
    const { post, app } = await live();
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    // A path cannot hold the two names that stand for folders.
    const customers = id.filter((text) => !['.', '..'].includes(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(customers, async (customerId) => {
        await post('/events', { ...signedUp(customerId), 'detail-type': 'customer.imported' });
        const found = await app.request(`/customers/${encodeURIComponent(customerId)}`);
        expect(found.status).toBe(200);
        expect(((await found.json()) as { id: string }).id).toBe(customerId);
        const page = await app.request(`/?customer=${encodeURIComponent(customerId)}`);
        expect(page.status).toBe(200);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says of a bad mood until when it lasts and what it comes from', async () => {
    const { post, get } = await live();
    const detail = { customerId: 'ada', scale: 'nps', score: 0 };
    await post('/events', { source: 's', 'detail-type': 'feedback.received', detail });
    expect((await get('/customers/ada')).mood).toMatchObject({
      word: 'negative',
      until: expect.stringMatching(/^2026-10-1\dT/),
      evidence: [{ value: -1, because: expect.stringContaining('0 of 10') }],
    });
  });

  it('says so when nobody is there, or nothing', async () => {
    const { app } = await live();
    const nobody = await app.request('/customers/%E2%98%83');
    expect(nobody.status).toBe(404);
    expect(await nobody.json()).toEqual({ message: 'Nobody is known as "☃". GET /customers lists all.' });
    expect((await app.request('/customers/x/messages')).status).toBe(404);
    expect((await app.request('/nothing')).status).toBe(404);
    expect((await app.request('/events')).status).toBe(404);
  });
});

describe('GET /customers', () => {
  it('lists a page, finds by part of a name, and leads to the pages around', async () => {
    const { post, get } = await live();
    await post(
      '/events',
      ['a', 'b', 'c', 'd', 'e'].map((id) => signedUp(id, { firstName: `Zoë ${id}` })),
    );
    const ids = ({ customers }: { customers?: { id: string }[] }) => customers?.map(({ id }) => id);
    const second = await get('/customers?from=c&count=2');
    expect(ids(second)).toEqual(['c', 'd']);
    expect(second).toMatchObject({ total: 5, previous: 'a', next: 'e' });
    expect(ids(await get(`/customers?q=${encodeURIComponent('ZOË D')}`))).toEqual(['d']);
    expect(ids(await get('/customers?from=zz'))).toEqual([]);
  });
});
