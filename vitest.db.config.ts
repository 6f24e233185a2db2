import { defineConfig } from 'vitest/config';
import { reports, shared } from './test/support/vitest.ts';

export default defineConfig({
  test: {
    ...shared,
    include: ['test/db/**/*.test.ts'],
    globalSetup: [...shared.globalSetup, 'test/db/setup.ts'],
    testTimeout: 60_000,
    reporters: reports('vitest-db'),
  },
});
