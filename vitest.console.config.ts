import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { reports } from './test/support/vitest.ts';

/** The console: its views with a fake of the API, and all of it in a real browser. */
export default defineConfig({
  plugins: [react()],
  test: {
    restoreMocks: true,
    expect: { requireAssertions: true },
    reporters: reports('vitest-console'),
    globalSetup: ['test/support/scratch-root.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'views',
          include: ['test/console/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['test/console/support/browser-likes.ts'],
          isolate: false,
          testTimeout: 20_000,
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/console/browser/**/*.browser.ts'],
          globalSetup: ['test/console/browser/build.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
