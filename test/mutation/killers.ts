import { spawnSync } from 'node:child_process';

/** What has to notice a mutant, the quickest first: storms, and the unit tests of what is changed. */
const KILLERS = [
  [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    'test/storm/main.ts',
    '--quick',
    '--seeds',
    '2',
    '--customers',
    '30',
  ],
  [
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--maxWorkers',
    '1',
    '--bail',
    '1',
    '--reporter',
    'dot',
    'test/core',
    'test/functions/effects',
  ],
] as const;

for (const [command, ...parameters] of KILLERS) {
  const { status } = spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(1);
}
