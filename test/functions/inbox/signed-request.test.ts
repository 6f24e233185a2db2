import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disbelief, keyId, signRequest } from '../../../functions/inbox/signed-request.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { entry, KEY, openInbox, signed, T0 } from './support.ts';

const query = { customer: 'ada' };

describe('a request of a backend', () => {
  it('is signed as the page says: seven lines, under the key that its id names', () => {
    const lines = `tactful-inbox-1\n1772445600\nnonce-of-16-letters\nGET\n/inbox\ncustomer=ada+b&limit=5\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`;
    const by = { time: '1772445600', nonce: 'nonce-of-16-letters' };
    const request = { method: 'get', path: '/inbox', query: new URLSearchParams('limit=5&customer=ada%20b'), body: '' };
    expect(signRequest(KEY, request, by).signature).toBe(createHmac('sha256', KEY).update(lines).digest('hex'));
    expect(keyId(KEY)).toMatch(/^[0-9a-f]{12}$/);
  });

  it('is answered once: the same again is refused', async () => {
    const { app, refused } = openInbox({ ada: [entry('a', 0)] });
    const request = () => signed({ query, nonce: 'the-very-same-nonce' });
    expect((await app.fetch(request())).status).toBe(200);
    expect((await app.fetch(request())).status).toBe(401);
    expect(refused).toEqual(['replayed']);
  });

  it('is good for five minutes, before and after', async () => {
    const { app, clock } = openInbox();
    const at = async (now: number) => {
      clock.now = now;
      return (await app.fetch(signed({ query }, T0))).status;
    };
    expect(await at(T0 + 5 * MINUTE)).toBe(200);
    expect(await at(T0 - 5 * MINUTE)).toBe(200);
    expect(await at(T0 + 5 * MINUTE + 1)).toBe(401);
    expect(await at(T0 - 5 * MINUTE - 1)).toBe(401);
  });

  it.each([
    ['without a signature', { changed: { headers: { 'x-tactful-signature': '' } } }, 'unsigned'],
    ['with a nonce that is easily met again', { nonce: 'short' }, 'unsigned'],
    ['by a key of nobody', { key: 'another key of some length' }, 'unknown-key'],
    ['at a time that is none', { time: 'soon' }, 'expired'],
    ['about somebody else', { changed: { query: { customer: 'bo' } } }, 'forged'],
    ['for another path', { changed: { path: '/inbox/read' } }, 'forged'],
    ['with a signature that is no bytes', { changed: { headers: { 'x-tactful-signature': 'zz' } } }, 'forged'],
  ])('%s is refused, and nothing is told of anybody', async (_, more, why) => {
    const { app, refused } = openInbox({ ada: [entry('a', 0)], bo: [entry('b', 0)] });
    const request = 'changed' in more && 'path' in more.changed ? { method: 'POST', body: '{}' } : {};
    const answer = await app.fetch(signed({ query, ...request, ...more }));
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('Title of');
    expect(refused).toEqual([why]);
  });

  it('with another body than was signed is refused', async () => {
    const { app, refused } = openInbox({ ada: [entry('a', 0)] });
    const body = JSON.stringify({ customer: 'ada', ids: ['a'] });
    const other = JSON.stringify({ customer: 'ada', ids: ['b'] });
    const answer = await app.fetch(signed({ method: 'POST', path: '/inbox/read', body, changed: { body: other } }));
    expect(answer.status).toBe(401);
    expect(refused).toEqual(['forged']);
  });

  it('is believed by any key that is good, and by no other, whatever is in it', () => {
    const text = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(fc.dictionary(text, text), text, text, (params, body, key) => {
        const request = { method: 'POST', path: '/inbox/read', query: new URLSearchParams(params), body };
        const by = signRequest(KEY, request, { time: String(T0 / 1000), nonce: 'nonce-of-16-letters' });
        expect(disbelief(['another', KEY], request, by, T0)).toBeUndefined();
        if (key !== KEY) expect(disbelief([key], request, { ...by, key: keyId(key) }, T0)).toBe('forged');
      }),
    );
  });
});
