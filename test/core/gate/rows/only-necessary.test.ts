import { describe, expect, it } from 'vitest';
import { T0 } from '../../../support/customer.ts';
import { ada, verdict, welcome } from '../support.ts';

describe('only-necessary', () => {
  const state = ada({ frequency: { choice: 'necessary', at: T0 } });

  it('leaves out what they need not know', () => {
    expect(verdict(state)).toEqual({ outcome: 'suppressed', reason: 'only-necessary' });
    const granted = { 'topic:tips': { choice: 'granted' as const, at: T0 } };
    const moments = welcome({ purpose: 'promotional' });
    expect(verdict({ ...state, consent: granted }, { moments })).toMatchObject({ reason: 'only-necessary' });
  });

  it('lets transactional and care messages pass', () => {
    for (const purpose of ['transactional', 'care'] as const)
      expect(verdict(state, { moments: welcome({ purpose }) })).toMatchObject({ outcome: 'clear' });
  });

  it('is over once they want to hear from us as others do', () => {
    expect(verdict(ada({ frequency: { choice: 'as-now', at: T0 } }))).toMatchObject({ outcome: 'clear' });
  });
});
