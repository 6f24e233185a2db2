import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { LongestFirst } from './longest-first.ts';

// What Node compiled is kept by what is in a file, for the workers and for the programs that tests start.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/tactful/compiled');

/** Each worker reads the product once, and the CDK too; more than eight would need memory that few machines have. */
const MOST_WORKERS = 8;

/** What every run of tests shares. */
export const shared = {
  execArgv: ['--disable-warning=ExperimentalWarning'],
  // Files share a worker's modules: to read them anew for each took longer than the tests. test/sharing.test.ts keeps it safe.
  isolate: false,
  // Node strips the types itself, and runs the code as it is: quicker than a transform that makes a lookup of each import.
  experimental: { viteModuleRunner: false },
  sequence: { sequencer: LongestFirst },
  restoreMocks: true,
  expect: { requireAssertions: true },
  // By default one core is left idle, which of two is half.
  maxWorkers: Math.min(availableParallelism(), MOST_WORKERS),
  globalSetup: ['test/support/scratch-root.ts'],
  setupFiles: ['test/support/seed.ts'],
};

/** On the screen, and for the total of the gate. */
export const reports = (name: string) =>
  ['default', ['json', { outputFile: `node_modules/.cache/tactful/${name}.json` }]] as [
    'default',
    ['json', { outputFile: string }],
  ];
