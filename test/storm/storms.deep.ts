import { describe, expect, it } from 'vitest';
import { runs } from '../support/depth.ts';
import { stormsInProcess } from './in-process.ts';

const MINUTES = 60_000;

/** Of each process: a hundred in a whole run. */
const SEEDS = runs(10);

describe.concurrent('storms', () => {
  it.each([1, 101])(
    `break no promise in ${SEEDS} seeds of fifty customers, from seed %i`,
    async (seed) => {
      const output = await stormsInProcess(seed, SEEDS, 50);
      expect(output.split('\n').filter((line) => !line.startsWith('{'))).toEqual(['']);
      expect(JSON.parse(output)).toMatchObject({ storms: SEEDS, violations: 0 });
    },
    60 * MINUTES,
  );
});
