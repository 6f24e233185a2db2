import { describe, expect, it } from 'vitest';
import { createTooOften } from '../../../functions/api/too-often.ts';
import { openLocal } from './local.ts';

const who = (id: string) => ({ user: { id, name: id } });

describe('who asks too often', () => {
  it('waits as long as it takes to be allowed one more, each for themselves', () => {
    let now = 0;
    const tooOften = createTooOften({ burst: 2, perSecond: 0.5, now: () => now });
    expect([tooOften(who('ada')), tooOften(who('ada')), tooOften(who('ada'))]).toEqual([undefined, undefined, 2]);
    expect(tooOften(who('bo'))).toBeUndefined();
    now += 1000;
    expect(tooOften(who('ada'))).toBe(1);
    now += 1000;
    expect(tooOften(who('ada'))).toBeUndefined();
    expect(tooOften(who('ada'))).toBe(2);
  });

  it('is answered 429, with when to ask again', async () => {
    const { api, app } = await openLocal();
    Object.assign(api, { tooOften: createTooOften({ burst: 1, perSecond: 0.1, now: () => 0 }) });
    expect((await app.request('/api/me')).status).toBe(200);
    const answer = await app.request('/api/me');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('10 seconds') });
  });

  it('is told so before anything is refused for a role, and writes no more lines of refusals', async () => {
    const { api, app } = await openLocal();
    Object.assign(api, { tooOften: createTooOften({ burst: 2, perSecond: 0.1, now: () => 0 }) });
    const pause = { method: 'POST', headers: { 'x-tactful-role': 'viewer' } };
    const statuses: number[] = [];
    for (let count = 0; count < 10; count++)
      statuses.push((await app.request('/api/journeys/renewal/pause', pause)).status);
    expect(statuses).toEqual([403, 403, ...Array(8).fill(429)]);
    expect((await api.audit.page()).items).toHaveLength(2);
  });

  it('does not forget who waits because many others come', () => {
    const tooOften = createTooOften({ burst: 1, perSecond: 1, now: () => 0 });
    for (let other = 0; other < 500; other++) tooOften(who(`o${other}`));
    tooOften(who('ada'));
    for (let other = 0; other < 900; other++) tooOften(who(`p${other}`));
    expect(tooOften(who('ada'))).toBe(1);
  });
});
