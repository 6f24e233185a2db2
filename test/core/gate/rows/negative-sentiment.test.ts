import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, angry, verdict, welcome } from '../support.ts';

describe('negative-sentiment', () => {
  const state = ada({ mood: angry });

  it('holds until mood clears by itself', () => {
    expect(verdict(state)).toEqual({ outcome: 'held', reason: 'negative-sentiment', until: T0 + DAY });
    expect(verdict(state, { now: T0 + DAY })).toMatchObject({ outcome: 'clear' });
  });

  it('replaces, escalates or skips where the moment says so', () => {
    const by = (whenNegative: 'skip' | { instead: string } | { person: string }) =>
      verdict(state, { moments: welcome({ whenNegative }) });
    expect(by('skip')).toEqual({ outcome: 'suppressed', reason: 'negative-sentiment' });
    expect(by({ instead: 'tip' })).toEqual({ outcome: 'replaced', reason: 'negative-sentiment', instead: 'tip' });
    expect(by({ person: 'call' })).toEqual({ outcome: 'escalated', reason: 'negative-sentiment', instead: 'call' });
  });
});
