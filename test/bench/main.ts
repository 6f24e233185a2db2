import { parseArgs } from 'node:util';
import { type Figure, row } from './figure.ts';
import { PARTS, type Part } from './parts.ts';

const HELP = `npm run bench -- [--only part]... [--json] [--events n]

Measures each figure beside its reference, both in this run.
  --only part   one part (again for more): ${Object.keys(PARTS).join(', ')}
  --json        an array of figures instead of the table
  --events n    how many events the backtest plays`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    events: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const named = (name: string): [string, Part] => {
  const part = PARTS[name];
  if (part) return [name, part];
  throw new Error(`There is no part ${name}. Parts: ${Object.keys(PARTS).join(', ')}.`);
};

const run = async (): Promise<void> => {
  const figures: Figure[] = [];
  for (const [name, part] of values.only?.map(named) ?? Object.entries(PARTS)) {
    const tell = (what: string): void => void process.stderr.write(`${name}: ${what}\n`);
    const found = await part({ tell, ...(values.events === undefined ? {} : { events: Number(values.events) }) });
    figures.push(...found);
    if (!values.json) for (const figure of found) console.log(row(figure));
  }
  if (values.json) console.log(JSON.stringify(figures, null, 2));
};

if (values.help) console.log(HELP);
else await run();
