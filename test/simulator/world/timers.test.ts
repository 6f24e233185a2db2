import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTimers } from '../../../simulator/world/timers.ts';

it('come up by time, then in the order of setting, whatever was replaced or taken away', () => {
  const change = fc.tuple(fc.nat(40), fc.option(fc.nat(9), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
      const timers = createTimers();
      const left = new Map<string, { name: string; at: number }>();
      for (const [number, at] of changes) {
        const name = `t${number}`;
        timers.set(name, at);
        left.delete(name);
        if (at !== undefined) left.set(name, { name, at });
      }
      const inOrder = [...left.values()].sort((a, b) => a.at - b.at);
      for (const expected of inOrder) {
        expect(timers.next()).toEqual(expected);
        timers.set(expected.name, undefined);
      }
      expect(timers.next()).toBeUndefined();
    }),
  );
});
