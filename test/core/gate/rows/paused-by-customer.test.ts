import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, verdict, welcome } from '../support.ts';

describe('paused-by-customer', () => {
  const state = ada({ paused: { until: T0 + DAY, at: T0 } });

  it('holds until they want to hear from us again', () => {
    expect(verdict(state)).toEqual({ outcome: 'held', reason: 'paused-by-customer', until: T0 + DAY });
    expect(verdict(state, { now: T0 + DAY })).toMatchObject({ outcome: 'clear' });
  });

  it('lets transactional and care messages pass', () => {
    for (const purpose of ['transactional', 'care'] as const)
      expect(verdict(state, { moments: welcome({ purpose }) })).toMatchObject({ outcome: 'clear' });
  });
});
