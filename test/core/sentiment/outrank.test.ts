import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evident } from '../../../core/customer/model/incoming.ts';
import { heldByIncident, outrankedBy } from '../../../core/sentiment/outrank.ts';
import { policy } from '../../support/catalogue.ts';

const { mood } = policy;
const score = (value: number): Evident => ({ value, weight: 1, because: 'scored', of: 'score' });
const text = (value: number): Evident => ({ value, weight: 0.7, because: 'wrote “easy”', of: 'text' });

describe('a score that the person gave', () => {
  it('outranks a text that contradicts it: little weight, never strong, and it says so', () => {
    const signals = [score(1), text(-0.95)];
    const [scored, read] = outrankedBy(signals, signals, mood);
    expect(scored).toEqual(score(1));
    expect(read?.value).toBeGreaterThan(mood.strong);
    expect(read?.weight).toBeCloseTo(0.14);
    expect(read?.because).toBe('wrote “easy”, though the score they gave says otherwise');
  });

  it('leaves a text alone that says the same, less than 1 away', () => {
    const signals = [score(-0.5), text(-1)];
    expect(outrankedBy(signals, signals, mood)).toEqual(signals);
  });

  it('outranks praise in the words as well', () => {
    const signals = [score(-1), text(0.8)];
    expect(outrankedBy(signals, signals, mood)[1]).toMatchObject({ value: 0.8, weight: expect.closeTo(0.14) });
  });

  it('leaves what is neither a score nor words alone, and words without a score', () => {
    const own: Evident = { value: -0.5, weight: 1, because: 'It broke.', of: 'event' };
    expect(outrankedBy([score(1), own], [score(1)], mood)).toEqual([score(1), own]);
    expect(outrankedBy([text(-1)], [text(-1), own], mood)).toEqual([text(-1)]);
  });

  it('of two scores one that agrees is enough', () => {
    const signals = [score(1), score(-0.5), text(-1)];
    expect(outrankedBy(signals, signals, mood)).toEqual(signals);
  });

  it('beside any words, a happy score is never silenced by them', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0.5, 0.6, 1), (value, happy) => {
        const signals = [score(happy), text(value)];
        const [, read] = outrankedBy(signals, signals, mood);
        expect(read?.value).toBeGreaterThan(mood.strong);
      }),
    );
  });
});

describe('what an event that opens an incident says by itself', () => {
  it('is never strong, and what people write or answer in it stays', () => {
    const own: Evident = { value: -1, weight: 1, because: 'It broke.', of: 'event' };
    const [incidentSignal, ...rest] = heldByIncident([own, text(-1), score(-1)], mood);
    expect(incidentSignal?.value).toBeGreaterThan(mood.strong);
    expect(rest).toEqual([text(-1), score(-1)]);
  });
});
