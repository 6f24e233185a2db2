import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReload } from '../../../../cli/console/reload.ts';
import { serveLocally } from '../../../../cli/console/serve.ts';
import { loadRunnable } from '../../../../simulator/project.ts';
import { openVenv } from '../../../e2e/venv.ts';
import { openLocal } from '../local.ts';

/** Examples of each operation: the whole takes below a minute. */
const { FUZZ_EXAMPLES = '8', FUZZ_SEED = '1' } = process.env;

// Some people to ask about, and a folder whose files may be written.
const LINES = 200;

const dir = mkdtempSync(join(tmpdir(), 'tactful-fuzz-'));
cpSync('workflows', dir, { recursive: true, filter: (path) => !path.includes('scenarios/') });
const running = await loadRunnable(dir);
const quarter = readFileSync('simulator/quarter/events.ndjson', 'utf8').split('\n').slice(0, LINES).join('\n');
const { app, reports } = await openLocal({
  dir,
  quarter,
  reload: (use) => createReload({ dir, running, use, err: () => {} }),
});
const serving = await serveLocally(app, 0);
const program = await openVenv('fuzz');
const args = [
  'run',
  `http://127.0.0.1:${serving.port}/api/openapi.json`,
  '--seed',
  FUZZ_SEED,
  '--max-examples',
  FUZZ_EXAMPLES,
  '--phases',
  'examples,coverage,fuzzing',
  '--checks',
  'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance',
  '--generation-database',
  'none',
  '--no-color',
];
const code = await new Promise<number>((resolve) => {
  const child = execFile(program('st'), args, { maxBuffer: 1e8 }, (error) => resolve(error ? 1 : 0));
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
});
await serving.close();
rmSync(dir, { recursive: true, force: true });
for (const report of reports) console.log(report);
process.exit(code || (reports.length > 0 ? 1 : 0));
