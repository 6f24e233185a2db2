import { start } from '../../../cli/commands/start.ts';
import { createQuickClock } from './quick-clock.ts';

/** Plays a file of events as `tactful start --once` plays the quarter, in a process that can be killed: data folder, file. */
const [data = '', quarter = ''] = process.argv.slice(2);
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const deps = { now: createQuickClock(), stop: new AbortController().signal, quarter };
process.exitCode = await start({ dir: 'workflows', data, port: '0', once: true }, { out: say, err: say }, deps);
