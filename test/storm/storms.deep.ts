import { describe, expect, it } from 'vitest';
import { stormsInProcess } from './in-process.ts';

const MINUTES = 60_000;

describe.concurrent('storms', () => {
  it.each([1, 101])(
    'break no promise in a hundred seeds of fifty customers, from seed %i',
    async (seed) => {
      const said = await stormsInProcess(seed, 100, 50);
      expect(said.split('\n').filter((line) => !line.startsWith('{'))).toEqual(['']);
      expect(JSON.parse(said)).toMatchObject({ storms: 100, violations: 0 });
    },
    30 * MINUTES,
  );
});
