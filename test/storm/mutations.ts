import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Mutation } from './mutation.ts';
import { MUTATIONS } from './mutation-list.ts';

const MAIN = new URL('main.ts', import.meta.url).pathname;
const SEEDS = Number(process.argv[2] ?? 40);

export interface Caught {
  name: string;
  seed?: number;
  invariant?: string;
  message?: string;
}

/** Storms with one rule off, until one notices. */
export const tryMutation = ({ name, stories, days = 300 }: Mutation, seeds: number): Promise<Caught> =>
  new Promise((resolve, reject) => {
    const size = stories ? ['--customers', '4', '--days', String(days)] : [];
    const given = [MAIN, '--json', '--mutation', name, '--seeds', String(seeds), ...size];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...given]);
    let said = '';
    let complained = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      complained += text;
    });
    child.on('close', () => {
      const [found] = said.split('\n').filter((text) => text.startsWith('{"seed"'));
      if (complained) reject(new Error(`${name}: ${complained}`));
      else resolve({ name, ...(found ? JSON.parse(found) : {}) });
    });
  });

const rowOf = ({ name, invariant = 'NOT CAUGHT', seed, message = '' }: Caught): string => {
  const short = message.replace(/[0-9a-f]{32}/g, (id) => id.slice(0, 6)).slice(0, 110);
  return `| ${name} | ${invariant} | ${seed ?? ''} | ${short} |`;
};

const table = async (): Promise<void> => {
  const left = [...MUTATIONS];
  const rows = new Map<string, string>();
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) {
      rows.set(one.name, rowOf(await tryMutation(one, SEEDS)));
      console.error(rows.get(one.name));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  console.log('| rule that is off | caught by | first seed | what the oracle said |\n|---|---|---|---|');
  for (const { name } of MUTATIONS) console.log(rows.get(name));
};

if (process.argv[1] === new URL(import.meta.url).pathname) await table();
