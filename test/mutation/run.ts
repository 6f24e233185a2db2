import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chance } from '../../simulator/quarter/random.ts';
import { RESULTS, readResults, summary } from './results.ts';

const HELP = `npm run mutation -- [options] [files]
  --minutes M  for so long at most (10; files and --all: as long as it takes)
  --lines N    so many lines of what decides, drawn anew by each seed (45)
  --seed N     which (1)
  --all        every line: hours
  files        these instead, such as core/customer/leave.ts:40-60`;

/** What decides, and what carries it on. */
const DECIDES = ['core/customer/**/*.ts', 'core/gate/**/*.ts', 'functions/effects/effects.ts'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string' },
    lines: { type: 'string', default: '45' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** So many lines, three at a time, wherever chance points. */
const sample = (lines: number, seed: number): string[] => {
  const files = globSync(DECIDES).sort();
  const places = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((_, index) => (index % 3 === 0 ? [`${file}:${index + 1}-${index + 3}`] : [])),
  );
  const c = chance(seed);
  return Array.from({ length: Math.ceil(lines / 3) }, () => c.pick(places));
};

type Ending = 'all' | 'stopped' | 'failed';

/** Mutates these places, for so long at most. Each mutant's result is kept as it comes. */
const mutate = (places: string[], minutes: number): Promise<Ending> =>
  new Promise((resolve) => {
    rmSync(RESULTS, { force: true });
    const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
    // A group of its own, since what tries a mutant outlives a Stryker that is stopped.
    const child = spawn(process.execPath, [stryker, 'run', '--concurrency', '2', '--mutate', places.join()], {
      stdio: 'inherit',
      detached: true,
    });
    let isStopped = false;
    const end = () => {
      isStopped = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    };
    process.once('SIGINT', end);
    const stop = setTimeout(end, minutes * 60_000);
    child.on('close', (status) => {
      clearTimeout(stop);
      resolve(isStopped ? 'stopped' : status === 0 ? 'all' : 'failed');
    });
  });

if (values.help) console.log(HELP);
else {
  const places = positionals.length > 0 ? positionals : sample(Number(values.lines), Number(values.seed));
  const isBounded = !values.all && positionals.length === 0;
  const minutes = Number(values.minutes ?? (isBounded ? 10 : 24 * 60));
  const ending = await mutate(values.all ? DECIDES : places, minutes);
  // One that is stopped leaves its copies of the tree behind.
  rmSync('.stryker', { recursive: true, force: true, maxRetries: 3 });
  if (ending === 'stopped') console.log(`Not all could be tried within ${minutes} minutes.`);
  console.log(summary(readResults()));
  // The tests fail without any mutant, or Stryker itself does: that says nothing of mutants, and must not pass for an answer.
  if (ending === 'failed') process.exitCode = 1;
}
