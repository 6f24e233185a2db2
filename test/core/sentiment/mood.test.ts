import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSignal,
  clearsAt,
  hear,
  heardWeight,
  type KeptMood,
  SignalOutOfRange,
  score,
} from '../../../core/sentiment/mood.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
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

const calm: KeptMood = { s: 0, w: 0, at: 0, quietUntil: 0 };
const heardOf = (all: { value: number; weight: number; at: number }[], now = DAY) =>
  all.reduce((mood, signal) => hear(mood, signal, Math.max(now, signal.at), policy.mood), calm);
const furious = { value: -0.9, weight: 0.5, at: HOUR };

describe('the quiet of a strong sign', () => {
  const glad = { value: 1, weight: 1, at: 2 * HOUR };

  it('lasts as long as the policy says', () => {
    expect(heardOf([furious]).quietUntil).toBe(HOUR + policy.mood.quietAfter * 1000);
  });

  it('ends with what happened later and lifts the score to positive, whichever is heard of first', () => {
    expect(heardOf([furious, glad]).quietUntil).toBe(DAY);
    expect(heardOf([glad, furious]).quietUntil).toBe(DAY);
  });

  it('stands beside what happened before, or at the same time', () => {
    for (const at of [0, furious.at]) {
      expect(heardOf([furious, { ...glad, at }]).quietUntil).toBe(heardOf([furious]).quietUntil);
    }
  });

  it('stands beside thanks that do not lift the score so far', () => {
    const polite = { value: 0.3, weight: 0.5, at: 2 * HOUR };
    expect(heardOf([furious, polite]).quietUntil).toBe(heardOf([furious]).quietUntil);
  });

  it('begins again with another strong sign after the lift', () => {
    const again = { ...furious, at: DAY };
    expect(heardOf([furious, glad, glad, again]).quietUntil).toBe(DAY + policy.mood.quietAfter * 1000);
  });

  it('of two signs is the same in any order', () => {
    const two = fc.tuple(signals, signals).map(([[one], [other]]) => [one, other].filter((each) => each !== undefined));
    fc.assert(
      fc.property(two, (all) => {
        const now = 3000 * HOUR;
        expect(heardOf(all, now).quietUntil).toBe(heardOf(all.toReversed(), now).quietUntil);
      }),
    );
  });

  it('is told of an item of before that does not say when its strong sign was', () => {
    const { strongAt: _, ...before } = heardOf([furious]);
    expect(hear(before, glad, DAY, policy.mood).quietUntil).toBe(DAY);
    expect(hear(before, { ...glad, at: 0 }, DAY, policy.mood).quietUntil).toBe(before.quietUntil);
  });
});

describe('the weight of a further sign', () => {
  const lasting = (values: number[], gap = DAY) => {
    const last = (values.length - 1) * gap;
    const mood = values.reduce((sums, value, index) => {
      const signal = { value, weight: 0.5, at: index * gap };
      return addSignal(sums, { ...signal, weight: heardWeight(sums, signal, policy.mood) }, policy.mood);
    }, nothing);
    return (clearsAt(mood, last, policy.mood) - last) / DAY;
  };

  it('is its own where nothing is in its way', () => {
    expect(heardWeight(nothing, furious, policy.mood)).toBe(0.5);
    expect(heardWeight({ s: 1, w: 1, at: 0 }, furious, policy.mood)).toBe(0.5);
    expect(heardWeight({ s: -1, w: 1, at: 0 }, { ...furious, value: 0.4 }, policy.mood)).toBe(0.5);
  });

  it('is a quarter where mood is as far down already, and more the further it draws', () => {
    const down = { s: -0.5, w: 0.5, at: HOUR };
    expect(heardWeight(down, furious, policy.mood)).toBe(0.125);
    const grave = heardWeight(down, { value: -1, weight: 1, at: HOUR }, policy.mood);
    expect(grave).toBe(0.5);
  });

  it('keeps quiet from adding up: after five signs it is hardly longer than after one', () => {
    const one = lasting([-0.95]);
    expect(lasting([-0.95, -0.95, -0.95, -0.95, -0.95])).toBeLessThan(one + 1);
    expect(lasting([-0.95, -0.95, -0.95], 0)).toBeLessThan(2 * one);
  });

  it('never lets a worse sign go unheard', () => {
    expect(lasting([-0.4, -1])).toBeGreaterThan(lasting([-1]) - 1e-6);
  });
});
