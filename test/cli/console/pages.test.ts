import { describe, expect, it } from 'vitest';
import { live, signedUp } from './support.ts';

describe('the links of messages', () => {
  it('lead to the pages that customers have, which change what they chose', async () => {
    const { send, story, app } = await live();
    await send(signedUp('ada'));
    const letter = (await story('ada')).timeline.find(({ message }) => message)?.message;
    const unsubscribe = /<([^>]+)>/.exec(letter?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(unsubscribe).toMatch(/^\/unsubscribe\//);
    const page = await app.request(unsubscribe);
    expect(page.status).toBe(200);
    const left = await app.request(unsubscribe, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(left.status).toBeLessThan(400);
    const { preferences } = await story('ada');
    expect(preferences.topics.map(({ choice }) => choice)).toContain('withdrawn');
    expect((await app.request('/why/forged')).status).toBeGreaterThanOrEqual(400);
  });
});
