import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSignal, clearsAt, SignalOutOfRange, score } from '../../../core/sentiment/mood.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { policy } from '../../support/catalogue.ts';

const nothing = { s: 0, w: 0, at: 0 };
const signals = fc.array(
  fc.record({
    value: fc.double({ min: -1, max: 1, noNaN: true }),
    weight: fc.double({ min: 0.1, max: 2, noNaN: true }),
    at: fc.integer({ min: 0, max: 2000 }).map((hours) => hours * HOUR),
  }),
  { minLength: 1, maxLength: 12 },
);
const fold = (all: { value: number; weight: number; at: number }[]) =>
  all.reduce((sums, signal) => addSignal(sums, signal, policy.mood), nothing);

describe('mood', () => {
  it('is what the formula of all signals at once gives, whatever their order', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: 2000, max: 4000 }), (all, hours) => {
        const now = hours * HOUR;
        const decay = ({ at }: { at: number }) => 2 ** (-(now - at) / (policy.mood.halfLife * 1000));
        const s = all.reduce((sum, one) => sum + one.weight * one.value * decay(one), 0);
        const w = all.reduce((sum, one) => sum + one.weight * decay(one), 0);
        const expected = s / (w + policy.mood.prior);
        expect(score(fold(all), now, policy.mood)).toBeCloseTo(expected, 9);
        expect(score(fold([...all].reverse()), now, policy.mood)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('clears when it says it clears, and not a second sooner than it must', () => {
    fc.assert(
      fc.property(signals, (all) => {
        const sums = fold(all);
        const now = sums.at;
        const clears = clearsAt(sums, now, policy.mood);
        if (score(sums, now, policy.mood) > policy.mood.negative) {
          expect(clears).toBe(now);
          return;
        }
        expect(score(sums, clears, policy.mood)).toBeGreaterThan(policy.mood.negative);
        expect(score(sums, clears - 1002, policy.mood)).toBeLessThanOrEqual(policy.mood.negative + 1e-9);
      }),
    );
  });

  it('refuses what is not a number', () => {
    expect(() => addSignal(nothing, { value: Number.NaN, weight: 1, at: 0 }, policy.mood)).toThrow(SignalOutOfRange);
  });
});
