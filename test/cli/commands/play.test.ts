import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { play } from '../../../cli/commands/play.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-play-'));
afterAll(() => rmSync(folder, { recursive: true }));

const signUp = JSON.stringify({
  id: 'e1',
  source: 'accounts',
  'detail-type': 'customer.signed_up',
  time: '2026-03-02T09:00:00Z',
  detail: { customerId: 'ada', email: 'ada@example.com', plan: 'solo' },
});
const unknown = JSON.stringify({ ...JSON.parse(signUp), id: 'e2', 'detail-type': 'weather.changed' });

const played = async (...lines: string[]) => {
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, lines.join('\n'));
  const err: string[] = [];
  const output = { out: () => {}, err: (line: string) => void err.push(line) };
  return { status: await play(file, { dir: 'workflows', until: '1h' }, output), err };
};

describe('tactful play', () => {
  it('names each rejected line by its number in the file, those before the first time too', async () => {
    const { status, err } = await played('nonsense', '', signUp, unknown);
    expect(err).toEqual([
      'Line 1: rejected, not-json.',
      'Line 4: rejected, unknown-type.',
      '2 of 3 lines rejected: 1 not-json, 1 unknown-type. Each is in the journal with its reason.',
    ]);
    expect(status).toBe(0);
  });

  it('goes on after lines that nothing can read to their end', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const inside = signUp.replace('"solo"', `"solo","x":${deep}`);
    const { status, err } = await played(deep, '['.repeat(10_000), inside, signUp);
    expect(err).toEqual([
      'Line 1: rejected, too-deep.',
      'Line 2: rejected, not-json.',
      'Line 3: rejected, too-deep.',
      '3 of 4 lines rejected: 2 too-deep, 1 not-json. Each is in the journal with its reason.',
    ]);
    expect(status).toBe(0);
  });

  it('rejects what a file says in our name, and takes what our journeys say', async () => {
    const forged = JSON.stringify({
      id: 'e3',
      source: 'tactful',
      'detail-type': 'billing.credit_granted',
      detail: { customerId: 'ada', days: 14 },
    });
    expect((await played(signUp, forged)).err).toEqual([
      'Line 2: rejected, forged.',
      '1 of 2 lines rejected: 1 forged. Each is in the journal with its reason.',
    ]);
  });

  it('ends with 1 where every line was rejected', async () => {
    expect((await played('nonsense')).status).toBe(1);
    expect((await played(unknown, 'nonsense')).status).toBe(1);
  });

  it('ends well where nothing was rejected, and with a file of no lines', async () => {
    expect(await played(signUp)).toEqual({ status: 0, err: [] });
    expect(await played('', '')).toEqual({ status: 0, err: [] });
  });

  it('names the first twenty of many and says how many more', async () => {
    const { err } = await played(signUp, ...Array.from({ length: 30 }, () => 'nonsense'));
    expect(err).toHaveLength(22);
    expect(err.slice(-3)).toEqual([
      'Line 21: rejected, not-json.',
      'And 10 more.',
      '30 of 31 lines rejected: 30 not-json. Each is in the journal with its reason.',
    ]);
  });
});
