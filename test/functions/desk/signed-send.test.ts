import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { zendesk } from '../../../functions/desk/kinds/zendesk.ts';
import type { Post } from '../../../functions/desk/post.ts';
import { createSignedSend } from '../../../functions/desk/signed-send.ts';
import { created, task } from './support.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');

const open = (authorization = 'Bearer t') => {
  const posted: Post[] = [];
  const send = createSignedSend({
    url: 'https://acme.zendesk.com/',
    secret: async () => ({ key: 'k'.repeat(64), authorization }),
    post: async (post) => {
      posted.push(post);
      return { status: 201, body: '' };
    },
    now: () => NOW,
  });
  return { send, posted };
};

const signedBy = (body: string) =>
  `v1=${createHmac('sha256', 'k'.repeat(64))
    .update(`${NOW / 1000}.${body}`)
    .digest('hex')}`;

describe('asking a desk at an address of its own', () => {
  it('signs what it posts, with its time, and shows the desk’s own token', async () => {
    const { send, posted } = open();
    await send(zendesk.requestOf(created(), {})!, 'an id');
    const [post] = posted as [Post];
    expect(String(post.url)).toBe('https://acme.zendesk.com/api/v2/tickets.json');
    expect(post.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': task,
      'x-tactful-id': 'an id',
      'x-tactful-timestamp': String(NOW / 1000),
      'x-tactful-signature': signedBy(post.body),
      authorization: 'Bearer t',
    });
  });

  it('shows no token where none is written, and asks where no path is given', async () => {
    const { send, posted } = open('');
    await send({ method: 'POST', body: {} }, 'an id');
    expect(posted[0]?.headers).not.toHaveProperty('authorization');
    expect(String(posted[0]?.url)).toBe('https://acme.zendesk.com/');
  });

  it('sends nothing with a look, and signs that', async () => {
    const { send, posted } = open();
    await send({ method: 'GET', path: '/x?y=z' }, 'an id');
    expect(posted[0]).toMatchObject({ method: 'GET', body: '', headers: { 'x-tactful-signature': signedBy('') } });
  });
});
