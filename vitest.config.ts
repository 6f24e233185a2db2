import { defineConfig } from 'vitest/config';
import { reports, shared } from './test/support/vitest.ts';

export default defineConfig({
  test: {
    ...shared,
    include: ['test/**/*.test.ts'],
    exclude: ['test/db/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: reports('vitest'),
  },
});
