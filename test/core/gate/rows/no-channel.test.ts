import { describe, expect, it } from 'vitest';
import { policy } from '../../../support/catalogue.ts';
import { ada, attribute, verdict, welcome } from '../support.ts';

describe('no-channel', () => {
  const state = { attributes: {} };

  it('suppresses where there is no address and no other channel is left', () => {
    const moments = welcome({ channels: ['email'] });
    expect(verdict(ada(state), { moments })).toEqual({ outcome: 'suppressed', reason: 'no-channel' });
  });

  it('lets another channel of the moment take its place', () => {
    expect(verdict(ada(state))).toEqual({ outcome: 'clear', reason: 'clear', channel: 'inbox' });
  });

  it('takes an inbox that no product shows for no way', () => {
    const { inbox: _, ...unshown } = policy;
    expect(verdict(ada(state), { policy: unshown })).toEqual({ outcome: 'suppressed', reason: 'no-channel' });
    const preferred = ada({ attributes: { email: attribute('a@example.com'), preferredChannel: attribute('inbox') } });
    expect(verdict(preferred, { policy: unshown })).toMatchObject({ outcome: 'clear', channel: 'email' });
  });

  it('keeps back transactional and care messages too', () => {
    for (const purpose of ['transactional', 'care'] as const) {
      const moments = welcome({ purpose, channels: ['email'] });
      expect(verdict(ada(state), { moments })).toMatchObject({ reason: 'no-channel' });
    }
  });
});
