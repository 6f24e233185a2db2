import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chance } from '../../simulator/quarter/random.ts';

const HELP = `npm run mutation -- [options] [files]
  --minutes M  for so long at most (10)
  --lines N    so many lines of what decides, drawn anew by each seed (45)
  --seed N     which (1)
  --all        every line: hours
  files        these instead, such as core/customer/leave.ts:40-60`;

/** What decides, and what carries it on. */
const DECIDES = ['core/customer/**/*.ts', 'core/gate/**/*.ts', 'functions/effects/effects.ts'];
const REPORT = 'node_modules/.cache/tactful/mutation.json';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
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

interface Report {
  files: Record<string, { mutants: { status: string; location: { start: { line: number } }; replacement?: string }[] }>;
}

/** Those that nothing noticed, a line each. */
const survivors = ({ files }: Report): string[] =>
  Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived')
      .map(({ location, replacement = '' }) => `${file}:${location.start.line}  ${replacement.replace(/\s+/g, ' ')}`),
  );

/** Mutates these lines and says what nothing noticed. */
const mutate = (places: string[], minutes: number): Promise<void> =>
  new Promise((resolve) => {
    const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
    const child = spawn(process.execPath, [stryker, 'run', '--concurrency', '2', '--mutate', places.join()], {
      stdio: 'inherit',
    });
    const stop = setTimeout(() => child.kill('SIGINT'), minutes * 60_000);
    child.on('close', (status) => {
      clearTimeout(stop);
      if (status === 0) {
        const left = survivors(JSON.parse(readFileSync(REPORT, 'utf8')) as Report);
        console.log(left.length === 0 ? 'Every mutant was noticed.' : `Nothing noticed:\n${left.join('\n')}`);
      } else console.log(`Not all could be tried within ${minutes} minutes.`);
      resolve();
    });
  });

if (values.help) console.log(HELP);
else {
  const places = positionals.length > 0 ? positionals : sample(Number(values.lines), Number(values.seed));
  const minutes = values.all || positionals.length > 0 ? 24 * 60 : Number(values.minutes);
  await mutate(values.all ? DECIDES : places, minutes);
}
