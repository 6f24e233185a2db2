import { spawn } from 'node:child_process';

const MAIN = new URL('./main.ts', import.meta.url).pathname;

/** Storms in a process of their own, so that several cores share the work: all that was said. */
export const stormsInProcess = (seed: number, seeds: number, customers: number): Promise<string> =>
  new Promise((resolve) => {
    const options = [
      '--seed',
      String(seed),
      '--seeds',
      String(seeds),
      '--customers',
      String(customers),
      '--stories',
      '1-3',
      '--json',
    ];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...options]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.on('close', () => resolve(output));
  });
