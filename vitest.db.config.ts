import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/db/**/*.test.ts'],
    globalSetup: 'test/db/setup.ts',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/tactful/vitest-db.json' }]],
  },
});
