import { expect, it } from 'vitest';
import { createFoldedMap } from '../../../simulator/world/folded-map.ts';

it('gives back what was put, whether it is handy or folded away', () => {
  const shelf = createFoldedMap<{ at: number }>(2);
  for (const at of [1, 2, 3, 4]) shelf.set(`k${at}`, { at });
  shelf.set('k1', { at: 10 });
  shelf.delete('k2');
  expect(['k1', 'k2', 'k3', 'k4', 'k5'].map(shelf.get)).toEqual([
    { at: 10 },
    undefined,
    { at: 3 },
    { at: 4 },
    undefined,
  ]);
  expect(shelf.keys()).toEqual(['k1', 'k3', 'k4']);
  expect(shelf.size()).toBe(3);
});

it('keeps the values that were used last as they are', () => {
  const shelf = createFoldedMap<{ at: number }>(1);
  const [one, other] = [{ at: 1 }, { at: 2 }];
  shelf.set('one', one);
  shelf.set('other', other);
  expect(shelf.get('other')).toBe(other);
  expect(shelf.get('one')).not.toBe(one);
  expect(shelf.get('other')).not.toBe(other);
});
