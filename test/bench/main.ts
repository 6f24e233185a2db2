import { parseArgs } from 'node:util';
import { writeInto } from './document.ts';
import { type Figure, row } from './figure.ts';
import { PARTS, type Part } from './parts.ts';

const HELP = `npm run bench -- [--only part]... [--json] [--write] [--events n]

Measures each figure beside its reference, both in this run.
  --only part   one part (again for more): ${Object.keys(PARTS).join(', ')}
  --json        an array of figures instead of the table
  --write       puts them into docs/performance.md
  --events n    how many events the backtest plays`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    events: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const names = values.only ?? Object.keys(PARTS);
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));

const run = async (): Promise<void> => {
  const figures: Figure[] = [];
  for (const name of names) {
    const part = PARTS[name] as Part;
    const tell = (what: string): void => void process.stderr.write(`${name}: ${what}\n`);
    let found: Figure[];
    try {
      found = await part({ tell, ...(values.events === undefined ? {} : { events: Number(values.events) }) });
    } catch (error) {
      // The other parts are still worth having.
      tell(`failed. ${String((error as Error).stack).slice(-2000)}`);
      process.exitCode = 1;
      continue;
    }
    figures.push(...found);
    if (values.write) writeInto('docs/performance.md', name, found, new Date());
    if (!values.json) for (const figure of found) console.log(row(figure));
  }
  if (values.json) console.log(JSON.stringify(figures, null, 2));
};

if (values.help) console.log(HELP);
else if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 1;
} else await run();
