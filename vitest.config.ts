import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/db/**'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/tactful/vitest.json' }]],
  },
});
