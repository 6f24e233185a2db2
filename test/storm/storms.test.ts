import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runStorm } from './storm.ts';
import { loadReleases } from './workflows.ts';

const MAIN = new URL('./main.ts', import.meta.url).pathname;
const MINUTES = 60_000;

/** A hundred storms in a process of their own, so that two cores share the work. */
const storms = (seed: number): Promise<string> =>
  new Promise((resolve) => {
    const given = [
      '--disable-warning=ExperimentalWarning',
      MAIN,
      '--seed',
      String(seed),
      '--seeds',
      '100',
      '--stories',
      '1-3',
    ];
    const child = spawn(process.execPath, [...given, '--json']);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += text;
      });
    }
    child.on('close', () => resolve(said));
  });

describe.concurrent('storms', () => {
  it.each([1, 101])(
    'break no promise in a hundred seeds of fifty customers, from seed %i',
    async (seed) => {
      const said = await storms(seed);
      expect(said.split('\n').filter((line) => !line.startsWith('{'))).toEqual(['']);
      expect(JSON.parse(said)).toMatchObject({ storms: 100, violations: 0 });
    },
    15 * MINUTES,
  );

  it('are the same bytes for the same seed, and others for another', async () => {
    const releases = loadReleases();
    const storm = async (seed: number) => (await runStorm({ releases, seed, customers: 8, days: 20 })).hash;
    const first = await storm(7);
    expect(await storm(7)).toBe(first);
    expect(await storm(8)).not.toBe(first);
  });

  it('play a customer alone as among others', async () => {
    const releases = loadReleases();
    const told: string[] = [];
    const trace = (line: string) => void told.push(line);
    const common = { releases, seed: 3, customers: 3, days: 20 };
    await runStorm({ ...common, trace });
    const among = told.splice(0).filter((line) => / (deliver|intake|advance|relay|effects)-2-/.test(line));
    await runStorm({ ...common, alone: { customer: 2 }, trace });
    const alone = told.filter((line) => / (deliver|intake|advance|relay|effects)-2-/.test(line));
    const toVisit = (lines: string[]) => lines.slice(0, -3);
    expect(toVisit(alone)).toEqual(toVisit(among));
    expect(alone.length).toBeGreaterThan(10);
  });
});
