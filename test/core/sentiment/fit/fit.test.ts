import { describe, expect, it } from 'vitest';
import { type Example, fitWeights } from './fit.ts';

const example = (unhappy: boolean, ...names: string[]): Example => ({
  signs: new Map(names.map((name) => [name, 1])),
  unhappy,
});
const times = (count: number, one: Example): Example[] => Array.from({ length: count }, () => one);

describe('fitting', () => {
  it('weighs a sign by whom it is found with, and what all have by nothing', () => {
    const { weights } = fitWeights(
      [...times(20, example(true, 'again', 'order')), ...times(20, example(false, 'please', 'order'))],
      { fewest: 5, pull: () => 1 },
    );
    expect(weights.get('again')).toBeGreaterThan(1);
    expect(weights.get('please')).toBeLessThan(-1);
    expect(Math.abs(weights.get('order') ?? 9)).toBeLessThan(0.01);
  });

  it('finds the minimum: one sign and no bias give the odds', () => {
    const { bias, weights } = fitWeights(
      [
        ...times(30, example(true, 'late')),
        ...times(10, example(false, 'late')),
        ...times(20, example(true)),
        ...times(20, example(false)),
      ],
      { fewest: 1, pull: () => 1e-9 },
    );
    expect(bias).toBeCloseTo(0, 5);
    expect(weights.get('late')).toBeCloseTo(Math.log(3), 5);
  });

  it('leaves out what few examples have', () => {
    const { weights } = fitWeights([...times(9, example(true, 'often')), example(false, 'seldom')], {
      fewest: 5,
      pull: () => 1,
    });
    expect([...weights.keys()]).toEqual(['often']);
  });
});
