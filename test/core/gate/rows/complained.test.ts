import { describe, expect, it } from 'vitest';
import { ada, verdict, welcome } from '../support.ts';

describe('complained', () => {
  const state = { unreachable: { email: { why: 'complained' as const, at: 1 } } };

  it('suppresses where they complained and no other channel is left', () => {
    const moments = welcome({ channels: ['email'] });
    expect(verdict(ada(state), { moments })).toEqual({ outcome: 'suppressed', reason: 'complained' });
  });

  it('lets another channel of the moment take its place', () => {
    expect(verdict(ada(state))).toEqual({ outcome: 'clear', reason: 'clear', channel: 'inbox' });
  });

  it('keeps back transactional and care messages too', () => {
    for (const purpose of ['transactional', 'care'] as const) {
      const moments = welcome({ purpose, channels: ['email'] });
      expect(verdict(ada(state), { moments })).toMatchObject({ reason: 'complained' });
    }
  });
});
