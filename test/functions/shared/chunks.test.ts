import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunksOf } from '../../../functions/shared/chunks.ts';

it('chunks hold every item once, in order, within both limits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50)),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 100 }),
      (items, count, bytes) => {
        const chunks = chunksOf(items, { count, bytes, sizeOf: (size) => size });
        expect(chunks.flat()).toEqual(items);
        for (const chunk of chunks) {
          expect(chunk.length).toBeLessThanOrEqual(count);
          const size = chunk.reduce((sum, one) => sum + one, 0);
          expect(chunk.length === 1 || size <= bytes).toBe(true);
        }
      },
    ),
  );
});
