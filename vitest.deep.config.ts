import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { reports, shared } from './test/support/vitest.ts';

/** So many times what `npm test` tries of a property; the gate tries fewer. */
const { TEST_DEPTH = '10' } = process.env;

const properties = globSync('test/**/*.test.ts').filter((file) =>
  readFileSync(file, 'utf8').includes('support/depth.ts'),
);

/** What takes minutes: storms, the model, recipes with a file left out, and every property at length. */
export default defineConfig({
  test: {
    ...shared,
    include: ['test/**/*.deep.ts', ...properties],
    env: { TEST_DEPTH },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: reports('vitest-deep'),
  },
});
