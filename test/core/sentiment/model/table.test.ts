import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightsIn } from '../../../../core/sentiment/model/table.ts';
import { tableOf } from '../fit/model/pack.ts';

const PLACES = 2_000;
const head = fc
  .array(fc.record({ place: fc.integer({ min: 0, max: PLACES - 1 }), weight: fc.integer({ min: -31, max: 31 }) }), {
    maxLength: 60,
  })
  .map((some) => {
    const weights = new Int8Array(PLACES);
    for (const { place, weight } of some) weights[place] = weight;
    return weights;
  });

describe('a table of weights', () => {
  it('comes out as it went in, however far weights are apart', () => {
    fc.assert(
      fc.property(fc.array(head, { minLength: 1, maxLength: 3 }), (heads) => {
        expect(weightsIn(tableOf(heads), heads.length, PLACES)).toEqual(heads);
      }),
    );
  });

  it.each([253, 254, 255, 256, 508, 509, 1_016])('goes %i places from one weight to the next', (far) => {
    const weights = new Int8Array(PLACES);
    weights[3] = 5;
    weights[3 + far] = -7;
    expect(weightsIn(tableOf([weights]), 1, PLACES)).toEqual([weights]);
  });

  it('takes little room for what is 0', () => {
    expect(tableOf([new Int8Array(PLACES)]).length).toBeLessThan(20);
  });
});
