import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../functions/desk/desk.ts';
import { DESKS } from '../../../functions/desk/kinds.ts';
import type { Post } from '../../../functions/desk/post.ts';
import { closed, created, replied, task } from './support.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');

const open = ({
  kind = 'zendesk',
  status = 201,
  authorization = 'Bearer t',
}: {
  kind?: keyof typeof DESKS;
  status?: number;
  authorization?: string;
} = {}) => {
  const posted: Post[] = [];
  const counted: string[] = [];
  const kept = new Map<string, { ticket?: string }>();
  const answer = { status };
  const desk = createDesk({
    kind: DESKS[kind],
    url: 'https://acme.zendesk.com/',
    secret: async () => ({ key: 'k'.repeat(64), authorization }),
    isOurs: async (_, { signature }) => signature !== undefined,
    tickets: {
      find: async (id) => kept.get(id),
      keep: async (id, ticket) => void kept.set(id, ticket === undefined ? {} : { ticket }),
    },
    post: async (post) => {
      posted.push(post);
      return { status: answer.status, body: '{"ticket":{"id":7}}' };
    },
    now: () => NOW,
    count: (name) => counted.push(name),
  });
  return { desk, posted, counted, kept, answer };
};

describe('telling a desk', () => {
  it('signs what it posts, with its time, and shows the desk’s own token', async () => {
    const { desk, posted } = open();
    expect(await desk(created())).toBe('posted');
    const [post] = posted as [Post];
    expect(String(post.url)).toBe('https://acme.zendesk.com/api/v2/tickets.json');
    const at = String(NOW / 1000);
    const hex = createHmac('sha256', 'k'.repeat(64)).update(`${at}.${post.body}`).digest('hex');
    expect(post.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': task,
      'x-tactful-id': 'bus-1',
      'x-tactful-timestamp': at,
      'x-tactful-signature': `v1=${hex}`,
      authorization: 'Bearer t',
    });
  });

  it('shows no token where none is written', async () => {
    const { desk, posted } = open({ kind: 'generic', authorization: '' });
    await desk(created());
    expect(posted[0]?.headers).not.toHaveProperty('authorization');
    expect(String(posted[0]?.url)).toBe('https://acme.zendesk.com/');
  });

  it('posts a task once, whatever comes again, and closes the ticket that the desk made of it', async () => {
    const { desk, posted } = open();
    await desk(created());
    expect(await desk({ ...created(), id: 'bus-again' })).toBe('repeat');
    expect(posted).toHaveLength(1);
    await desk(closed);
    expect(String(posted[1]?.url)).toBe('https://acme.zendesk.com/api/v2/tickets/7.json');
  });

  it('does not close what it never opened', async () => {
    const { desk, posted } = open();
    expect(await desk(closed)).toBe('nothing');
    expect(posted).toEqual([]);
  });

  it.each([302, 401, 422, 429, 500])(
    'keeps what a desk answers by %i, and posts it when it comes again',
    async (status) => {
      const { desk, posted, counted, kept, answer } = open({ status });
      await expect(desk(replied)).rejects.toThrow(`The desk answered ${status}`);
      expect(counted).toEqual(['DeskRefused']);
      expect(kept.size).toBe(0);
      answer.status = 200;
      expect(await desk(replied)).toBe('posted');
      expect(posted).toHaveLength(2);
    },
  );

  it('posts nothing that others wrote in our name', async () => {
    const { desk, posted, counted } = open();
    expect(await desk({ ...created(), detail: { ...created().detail, signature: undefined } })).toBe('nothing');
    expect([posted, counted]).toEqual([[], ['DeskForged']]);
  });

  it('takes no event that it does not know', async () => {
    await expect(open().desk({ ...created(), 'detail-type': 'points.granted' })).rejects.toThrow();
  });
});
