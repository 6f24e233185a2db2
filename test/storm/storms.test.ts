import { describe, expect, it } from 'vitest';
import { stormsInProcess } from './in-process.ts';
import { runStorm } from './storm.ts';
import { loadReleases } from './workflows.ts';

const MINUTES = 60_000;

describe.concurrent('storms', () => {
  it.each([1, 11])(
    'break no promise in ten seeds of twenty-five customers, from seed %i',
    async (seed) => {
      const said = await stormsInProcess(seed, 10, 25);
      expect(said.split('\n').filter((line) => !line.startsWith('{'))).toEqual(['']);
      expect(JSON.parse(said)).toMatchObject({ storms: 10, violations: 0 });
    },
    5 * MINUTES,
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
    const lines: string[] = [];
    const trace = (line: string) => void lines.push(line);
    const isOfThird = (line: string) => / (deliver|intake|advance|relay|effects)-2-/.test(line);
    const common = { releases, seed: 3, customers: 3, days: 20 };
    await runStorm({ ...common, trace });
    const among = lines.splice(0).filter(isOfThird);
    await runStorm({ ...common, alone: { customer: 2 }, trace });
    expect(lines.filter(isOfThird)).toEqual(among);
    expect(among.length).toBeGreaterThan(10);
  });
});
