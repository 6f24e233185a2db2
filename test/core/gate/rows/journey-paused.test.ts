import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, heldFor, verdict } from '../support.ts';

describe('journey-paused', () => {
  it('holds for a quarter of an hour, whatever the step was held for before', () => {
    const hold = { reason: 'open-incident' as const, since: T0 - 3 * DAY };
    const expected = { outcome: 'held', reason: 'journey-paused', until: T0 + HOUR / 4 };
    expect(verdict(ada(), { paused: ['hello'] })).toEqual(expected);
    expect(verdict(ada(), { about: { since: T0 - 3 * DAY, held: hold }, paused: ['hello'] })).toEqual(expected);
  });

  it('doubles the time between asks, up to a day', () => {
    const hours = (ago: number) => {
      const hold = { reason: 'journey-paused' as const, since: T0 - ago };
      return (heldFor(verdict(ada(), { about: { since: T0 - 9 * DAY, held: hold }, paused: ['hello'] })) ?? 0) / HOUR;
    };
    expect([0, HOUR / 4, HOUR, 8 * HOUR, 23 * HOUR].map(hours)).toEqual([0.25, 0.25, 1, 8, 23]);
  });

  it('is about that journey alone', () => {
    expect(verdict(ada(), { paused: ['repair'] })).toMatchObject({ outcome: 'clear' });
  });
});
