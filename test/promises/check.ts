import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { play } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';
import { checkPromises, type Line } from './promises.ts';
import { readPromises } from './read.ts';

/** `node test/promises/check.ts <events.ndjson> [--dir workflows]`: plays a file and checks what was promised. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { dir: { type: 'string', default: 'workflows' } },
});
const [file] = positionals;
if (file === undefined) {
  console.error(
    'Give a file with one EventBridge envelope a line: node test/promises/check.ts <events.ndjson> [--dir workflows]',
  );
  process.exit(2);
}
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');
const journal: Line[] = [];
await play(await loadProject(values.dir), lines, { onEntry: (entry) => journal.push(entry as unknown as Line) });
const { violations, checked } = checkPromises(readPromises(values.dir), lines, journal);
for (const { line, what } of violations) console.log(`journal:${line} ${what}`);
const sent = Object.entries(checked)
  .map(([purpose, count]) => `${count} ${purpose}`)
  .join(', ');
console.error(
  `${lines.length} events, ${journal.length} journal entries; messages checked: ${sent}; ${violations.length} promises broken.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
