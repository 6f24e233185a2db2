import { expect, it } from 'vitest';
import { BIAS, WEIGHTS } from '../../../../core/sentiment/english/weights.ts';
import { examples } from './examples.ts';
import { fitWeights } from './fit.ts';
import { LEAN, OPTIONS } from './options.ts';

it('the weights of signs are what fitting gives', () => {
  const { bias, weights } = fitWeights(examples, OPTIONS);
  const rounded = [...weights].map(([name, weight]) => [name, Number(weight.toFixed(1))] as const);
  expect(WEIGHTS).toEqual(new Map(rounded.filter(([, weight]) => weight !== 0)));
  expect(BIAS).toBe(Number((bias + LEAN).toFixed(2)));
}, 180_000);
