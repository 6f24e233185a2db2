import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxMessage } from '../../../functions/inbox/page.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { entry, openInbox, T0 } from './support.ts';

const idsIn = ({ messages }: { messages: InboxMessage[] }): string[] => messages.map(({ id }) => id);

describe('an inbox', () => {
  it('is read newest first, with its title, both forms of the text and the buttons of what it asks', async () => {
    const asks = {
      question: 'Do you trust us?',
      choices: [{ label: '1', means: 'no', url: 'https://x.example/a?answer=1' }],
    };
    const { list } = openInbox({ ada: [entry('a', 0), entry('b', 5, { asks, topic: 'tips' })] });
    const { unread, messages, next } = await list({ customer: 'ada' });
    expect({ unread, next }).toEqual({ unread: 2, next: undefined });
    expect(messages[0]).toEqual({
      id: 'b',
      at: '2026-03-02T10:05:00.000Z',
      until: '2026-05-31T10:05:00.000Z',
      journey: 'onboarding',
      moment: 'tips',
      purpose: 'relationship',
      topic: 'tips',
      title: 'Title of b',
      text: 'A tip.',
      html: '<p>A tip.</p>',
      asks,
    });
    expect(messages[1]?.id).toBe('a');
  });

  it('is empty of somebody whom nobody knows, and of somebody who is being erased', async () => {
    const { list } = openInbox({ bo: [entry('a', 0)] }, { bo: [] });
    for (const customer of ['nobody', 'bo']) expect(await list({ customer })).toEqual({ unread: 0, messages: [] });
  });

  it('is of all ids of a person', async () => {
    const { list, post, published } = openInbox(
      { ada: [entry('a', 0)], guest: [entry('b', 5)] },
      { ada: ['ada', 'guest'], guest: ['ada', 'guest'] },
    );
    expect(idsIn(await list({ customer: 'guest' }))).toEqual(['b', 'a']);
    await post('read', 'ada', ['b']);
    expect(published).toMatchObject([{ detail: { customerId: 'guest', decision: 'b' } }]);
    expect(await list({ customer: 'ada' })).toMatchObject({ unread: 1 });
  });

  it('has nothing in it whose time is over, read or not', async () => {
    const { list, clock } = openInbox({ ada: [entry('old', 0), entry('new', 60)] });
    clock.now = T0 + 90 * DAY;
    expect(await list({ customer: 'ada' })).toMatchObject({ unread: 1, messages: [{ id: 'new' }] });
  });

  it('comes in pages that lose and repeat nothing, whatever comes in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.uuid()), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (all, limit) => {
          const { list, inboxes } = openInbox({ ada: all.map(([minutes, id]) => entry(id, minutes)) });
          const expected = idsIn(await list({ customer: 'ada', limit: '50' }));
          const ids: string[] = [];
          for (let after: string | undefined, page = 0; page <= all.length; page++) {
            const answer = await list({ customer: 'ada', limit: String(limit), ...(after && { after }) });
            ids.push(...idsIn(answer));
            inboxes.ada?.push(entry(`late-${page}`, 30 + page));
            after = answer.next;
            if (after === undefined) break;
          }
          expect(ids).toEqual(expected);
        },
      ),
    );
  });

  it.each([
    ['no customer', {}, /The query, at customer/],
    ['a word that is none', { customer: 'ada', page: '2' }, /page/],
    ['too much at once', { customer: 'ada', limit: '51' }, /The query, at limit/],
    ['a cursor of nobody', { customer: 'ada', after: 'abc' }, /after is "abc"; it should be the `next` of an answer/],
  ])('is not read by %s', async (_, query, says) => {
    const { ask } = openInbox();
    const { status, body } = await ask({ query: query as Record<string, string> });
    expect(status).toBe(400);
    expect(body.detail).toMatch(says);
  });
});

describe('what a customer did with a message', () => {
  it.each([
    ['read', 'message.read'],
    ['dismiss', 'message.dismissed'],
  ] as const)('is told by %s once, however often it is said', async (what, type) => {
    const { post, published } = openInbox({ ada: [entry('a', 0), entry('b', 5)] });
    expect((await post(what, 'ada', ['a', 'unknown'])).body).toEqual({ unread: 1 });
    expect((await post(what, 'ada', ['a'])).body).toEqual({ unread: 1 });
    expect(published).toEqual([
      { type, detail: { customerId: 'ada', decision: 'a', channel: 'inbox', moment: 'tips' } },
    ]);
  });

  it('is kept: what was read says when, what was put away is gone', async () => {
    const { post, list } = openInbox({ ada: [entry('a', 0), entry('b', 5)] });
    await post('read', 'ada', ['a', 'b']);
    await post('dismiss', 'ada', ['b']);
    const { unread, messages } = await list({ customer: 'ada' });
    expect({ unread, messages: messages.map(({ id, readAt }: InboxMessage) => [id, readAt]) }).toEqual({
      unread: 0,
      messages: [['a', '2026-03-02T10:00:00.000Z']],
    });
  });

  it('of a message that is gone, or is another’s, is nothing', async () => {
    const { post, published, clock } = openInbox({ ada: [entry('a', 0)], bo: [entry('b', 0)] });
    await post('read', 'ada', ['b']);
    clock.now = T0 + 91 * DAY;
    await post('read', 'ada', ['a']);
    expect(published).toEqual([]);
  });

  it('is not noted where it could not be told, and told again where it could not be noted', async () => {
    const { post, published, faults, list } = openInbox({ ada: [entry('a', 0)] });
    faults.publish = true;
    expect((await post('read', 'ada', ['a'])).status).toBe(503);
    expect(await list({ customer: 'ada' })).toMatchObject({ unread: 1 });
    Object.assign(faults, { publish: false, mark: true });
    expect((await post('read', 'ada', ['a'])).status).toBe(503);
    faults.mark = false;
    await post('read', 'ada', ['a']);
    expect(published).toHaveLength(2);
    expect(await list({ customer: 'ada' })).toMatchObject({ unread: 0 });
  });

  it('is refused where it is not understood', async () => {
    const { ask } = openInbox();
    const say = (body: string) => ask({ method: 'POST', path: '/inbox/read', body });
    for (const body of ['', '[]', '{', '{"customer":"ada","ids":[]}', JSON.stringify({ customer: 'ada', ids: 'a' })])
      expect((await say(body)).status).toBe(400);
    expect((await say(`"${'x'.repeat(70_000)}"`)).status).toBe(413);
  });
});
