import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { writeInto } from './document.ts';
import { type Figure, row } from './figure.ts';
import { PARTS, type Part } from './parts.ts';

const HELP = `npm run bench -- [--only part]... [--json] [--write] [--events n] [--data folder]

Measures each figure beside its reference, both in this run.
  --only part   one part (again for more): ${Object.keys(PARTS).join(', ')}
  --json        an array of figures instead of the table
  --write       puts them into docs/performance.md
  --events n    how many events the backtest plays
  --data folder public texts to read for mood: moods/banking77-train.jsonl, sentiment/*_GroundTruth.txt, sentiment/airline.jsonl`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    events: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const names = values.only ?? Object.keys(PARTS);
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));

/** One part, in this process. */
const measure = (name: string): Promise<Figure[]> => {
  const tell = (what: string): void => void process.stderr.write(`${name}: ${what}\n`);
  const events = values.events === undefined ? {} : { events: Number(values.events) };
  const data = values.data === undefined ? {} : { data: values.data };
  return (PARTS[name] as Part)({ tell, ...events, ...data });
};

/** One of several parts, in a process of its own: none finds what another left warm, or full. */
const measureApart = (name: string): Figure[] => {
  const passed = (['events', 'data'] as const).flatMap((option) => {
    const value = values[option];
    return value === undefined ? [] : [`--${option}`, value];
  });
  const options = ['--only', name, '--json', ...passed];
  const command = [...process.execArgv, import.meta.filename, ...options];
  const { status, stdout } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status === 0) return JSON.parse(stdout) as Figure[];
  // The other parts are still worth having.
  process.exitCode = 1;
  return [];
};

const run = async (): Promise<void> => {
  const figures: Figure[] = [];
  for (const name of names) {
    const results = names.length === 1 ? await measure(name) : measureApart(name);
    figures.push(...results);
    if (values.write && results.length > 0) writeInto('docs/performance.md', name, results, new Date());
    if (!values.json) for (const figure of results) console.log(row(figure));
  }
  if (values.json) console.log(JSON.stringify(figures, null, 2));
};

if (values.help) console.log(HELP);
else if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 1;
} else await run();
