import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/depth.ts';
import { live, signedUp } from './support.ts';

describe('POST /api/events', () => {
  it('takes an event, and the customer is there with a journey and its first message', async () => {
    const { post, story } = await live();
    const answer = await post('/api/events', signedUp('ada'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ entries: [{ id: 'signed-up-ada', status: 'applied', customer: 'ada' }] });
    const { known, enrolments, timeline } = await story('ada');
    expect(known).toContainEqual(
      expect.objectContaining({ name: 'firstName', value: 'Ada', provenance: 'stated', event: 'customer.signed_up' }),
    );
    expect(enrolments).toMatchObject([{ journey: 'onboarding', step: { doing: 'listening' } }]);
    const sent = timeline.find(({ message }) => message !== undefined);
    expect(sent?.message).toMatchObject({ moment: 'welcome', channel: 'email', at: '2026-10-05T10:00:00.000Z' });
  });

  it('says of each entry what became of it, and one that is refused does not keep out the next', async () => {
    const { post } = await live();
    const unknown = { ...signedUp('ada'), id: 'u', 'detail-type': 'customer.signedup' };
    const large = { ...signedUp('ada'), id: 'l', detail: { customerId: 'ada', firstName: 'x'.repeat(1024 * 1024) } };
    const body = [signedUp('ada'), signedUp('ada'), unknown, large, { ...signedUp('bo'), id: undefined }, 5];
    const { entries } = (await (await post('/api/events', body)).json()) as { entries: object[] };
    expect(entries).toMatchObject([
      { id: 'signed-up-ada', status: 'applied' },
      { id: 'signed-up-ada', status: 'duplicate' },
      { id: 'u', status: 'rejected', message: expect.stringContaining('"customer.signedup"') },
      { id: 'l', status: 'rejected', message: expect.stringContaining('EventBridge takes 1048576') },
      { id: expect.stringMatching(/^new-/), status: 'applied', customer: 'bo' },
      { status: 'rejected', message: expect.stringContaining('An event has id') },
    ]);
  });

  it('refuses what stands in each other thousands of times, and takes what comes beside it', async () => {
    const { post } = await live();
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const postEvents = async (body: string) => {
      const answer = await post('/api/events', body);
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    const tooDeep = { status: 'rejected', message: expect.stringContaining('Send it flatter') };
    expect(await postEvents(deep)).toMatchObject({ status: 200, entries: [tooDeep] });
    const inside = JSON.stringify({ ...signedUp('ada'), detail: { customerId: 'ada', x: '?' } }).replace('"?"', deep);
    const body = `[${inside},${JSON.stringify(signedUp('bo'))}]`;
    expect(await postEvents(body)).toMatchObject({
      status: 200,
      entries: [tooDeep, { status: 'applied', customer: 'bo' }],
    });
    expect(await postEvents('['.repeat(10_000))).toMatchObject({ status: 400 });
    expect((await post('/api/clock', `{"advance":${deep}}`)).status).toBe(400);
  });

  it('refuses a body that holds no events, is no text, or is too large', async () => {
    const { app, post } = await live();
    expect((await post('/api/events', 'hello')).status).toBe(400);
    const bytes = await app.request('/api/events', { method: 'POST', body: new Uint8Array([0x7b, 0xff]) });
    expect(await bytes.json()).toMatchObject({ status: 400, detail: expect.stringContaining('not UTF-8') });
    const large = await post('/api/events', 'x'.repeat(8 * 1024 * 1024 + 1));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ detail: 'The body is over 8 MiB. Send it in parts.' });
    expect((await post('/api/clock', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it('is not for pages of others', async () => {
    const { app, post } = await live();
    const body = signedUp('ada');
    expect((await post('/api/events', body, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await app.request('http://elsewhere.example/api/me')).status).toBe(403);
    expect((await post('/api/events', body, { origin: 'http://localhost' })).status).toBe(200);
  });
});

describe('GET /api/customers/{customer}', () => {
  it('finds a customer of any id', async () => {
    const { post, story } = await live();
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    // A path cannot hold the two names that stand for folders, and a customer's id has no slash in this property.
    const customers = id.filter((text) => !['.', '..'].includes(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(customers, async (customerId) => {
        await post('/api/events', { ...signedUp(customerId), 'detail-type': 'customer.imported' });
        expect((await story(customerId)).customer).toBe(customerId);
      }),
      { numRuns: runs(60) },
    );
  });
});
