import { defineConfig } from 'vitest/config';

/** What takes minutes: storms, the model and properties at length. */
export default defineConfig({
  test: {
    include: ['test/**/*.deep.ts'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/tactful/vitest-deep.json' }]],
  },
});
