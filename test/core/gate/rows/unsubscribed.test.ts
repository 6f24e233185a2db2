import { describe, expect, it } from 'vitest';
import { T0 } from '../../../support/customer.ts';
import { ada, verdict, welcome } from '../support.ts';

describe('unsubscribed', () => {
  const withdrawn = { choice: 'withdrawn' as const, at: T0 };
  const suppressed = { outcome: 'suppressed', reason: 'unsubscribed' };

  it('suppresses what goes by a channel that they left', () => {
    const state = ada({ consent: { 'channel:email': withdrawn } });
    for (const purpose of ['relationship', 'care', 'transactional'] as const)
      expect(verdict(state, { moments: welcome({ purpose, channels: ['email'] }) })).toEqual(suppressed);
  });

  it('suppresses a topic that they left, but for transactional and care messages', () => {
    const state = ada({ consent: { 'topic:tips': withdrawn } });
    expect(verdict(state)).toEqual(suppressed);
    for (const purpose of ['care', 'transactional'] as const)
      expect(verdict(state, { moments: welcome({ purpose }) })).toMatchObject({ outcome: 'clear' });
  });

  it('wants a granted topic before anything promotional', () => {
    const moments = welcome({ purpose: 'promotional', topic: 'offers' });
    expect(verdict(ada(), { moments })).toEqual(suppressed);
    const consent = { 'topic:offers': { choice: 'granted' as const, at: T0 } };
    expect(verdict(ada({ consent }), { moments })).toMatchObject({ outcome: 'clear' });
  });
});
