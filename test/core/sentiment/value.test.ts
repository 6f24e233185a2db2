import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { moodOf, valueFrom, valueWithin } from '../../../core/sentiment/value.ts';

const likely = fc.double({ min: 0, max: 1, noNaN: true });
const nobody = { negative: 0.02, positive: 0.02, strong: 0.01, strongFrom: 0.8 };

describe('likelihoods as a value', () => {
  it('means by its bounds what policy.yaml says', () => {
    const { mood } = parse(readFileSync('workflows/policy.yaml', 'utf8'));
    expect(moodOf(mood.negative)).toBe('negative');
    expect(moodOf(mood.positive)).toBe('positive');
    expect(valueFrom({ ...nobody, negative: 1, strong: 0.8 })).toBe(mood.strong);
    expect(valueFrom({ ...nobody, negative: 1, strong: 0.799 })).toBeGreaterThan(mood.strong);
  });

  it('is negative where that is more likely than not, and mild until the writer is very unhappy', () => {
    expect(valueFrom({ ...nobody, negative: 0.5 })).toBe(-0.25);
    expect(valueFrom({ ...nobody, negative: 0.49 })).toBeGreaterThan(-0.25);
    expect(valueFrom({ ...nobody, negative: 1 })).toBe(-0.599);
    expect(valueFrom({ ...nobody, negative: 1, strong: 1 })).toBe(-1);
    expect(valueFrom({ ...nobody, positive: 1 })).toBe(1);
    expect(valueFrom({ ...nobody, negative: 0.6, positive: 0.7 })).toBeGreaterThan(0);
  });

  it('is negative from where a model says that enough of those are, and as mild there as elsewhere', () => {
    expect(valueFrom({ ...nobody, negative: 0.4, negativeFrom: 0.4 })).toBe(-0.25);
    expect(valueFrom({ ...nobody, negative: 0.39, negativeFrom: 0.4 })).toBeGreaterThan(-0.25);
    expect(valueFrom({ ...nobody, negative: 1, negativeFrom: 0.4 })).toBe(-0.599);
    expect(valueFrom({ ...nobody, negative: 0.45, positive: 0.46, negativeFrom: 0.4 })).toBeGreaterThan(-0.25);
  });

  it('never rises with how unhappy somebody is', () => {
    fc.assert(
      fc.property(
        likely,
        likely,
        likely,
        likely,
        likely,
        likely,
        (one, two, positive, strong, strongFrom, negativeFrom) => {
          const [less, more] = [Math.min(one, two), Math.max(one, two)];
          const value = (negative: number) => valueFrom({ negative, positive, strong, strongFrom, negativeFrom });
          expect(value(more)).toBeLessThanOrEqual(value(less));
          expect(Math.abs(value(more))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('keeps a value within a mood', () => {
    expect(valueWithin('negative', 0.4)).toBe(-0.25);
    expect(valueWithin('neutral', -0.9)).toBe(-0.249);
    expect(valueWithin('positive', 0.1)).toBe(0.25);
    expect(valueWithin('unknown', 0.9)).toBe(0);
  });
});
