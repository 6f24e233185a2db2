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
      const said = await stormsInProcess(seed, SEEDS, 50);
      expect(said.split('\n').filter((line) => !line.startsWith('{'))).toEqual(['']);
      expect(JSON.parse(said)).toMatchObject({ storms: SEEDS, violations: 0 });
    },
    60 * MINUTES,
  );
});
