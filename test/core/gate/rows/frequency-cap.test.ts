import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, heldFor, sent, verdict, welcome } from '../support.ts';

describe('frequency-cap', () => {
  const days = (...ago: number[]) => ago.map((one) => sent(T0 - one * DAY));

  it('holds until a slot of the purpose frees', () => {
    const state = ada({ decisions: days(1, 2, 3) });
    expect(verdict(state)).toEqual({ outcome: 'held', reason: 'frequency-cap', until: T0 + 4 * DAY });
    expect(verdict(ada({ decisions: days(1, 2) }))).toMatchObject({ outcome: 'clear' });
  });

  it('holds for the cap of a moment, whatever its purpose', () => {
    const moments = welcome({ purpose: 'care', cap: { count: 1, seconds: 30 * 86_400 } });
    const state = ada({ decisions: [sent(T0 - DAY, { moment: 'welcome', purpose: 'care' })] });
    expect(verdict(state, { moments, about: { step: 'again' } })).toMatchObject({ reason: 'frequency-cap' });
  });

  it('waits for the later of two caps that are full', () => {
    const moments = welcome({ cap: { count: 1, seconds: 9 * 86_400 } });
    const state = ada({ decisions: [sent(T0 - DAY, { moment: 'welcome' }), ...days(2, 3)] });
    expect(heldFor(verdict(state, { moments }))).toBe(8 * DAY);
  });

  it('lets transactional and care messages pass the cap of a purpose', () => {
    const state = ada({ decisions: [1, 2, 3].map((ago) => sent(T0 - ago * HOUR)) });
    for (const purpose of ['transactional', 'care'] as const)
      expect(verdict(state, { moments: welcome({ purpose }) })).toMatchObject({ outcome: 'clear' });
  });
});
