import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPromises } from '../../../cli/commands/promises.ts';
import { openStorage } from '../../../cli/console/storage.ts';
import type { OperatorCommand } from '../../../functions/operate/command.ts';
import { createSqliteCounts } from '../../../simulator/world/counts.sqlite.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tactful-promises-'));
  const db: DatabaseSync = openStorage(folder);
  const { ledger } = createSqliteCounts(db);
  const row = { journey: '', step: 'ticket-received', kind: 'promise' as const, reason: '', arms: {} };
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const counts = [
    { ...row, day: at(0), value: 'made', count: 2 },
    // The clock of a local world may be ahead.
    { ...row, day: at(9), value: 'kept', count: 1 },
    { ...row, day: at(-200), value: 'made', count: 50 },
  ];
  await ledger.count('local', { parts: 0 }, { last: '1', parts: 0 }, { counts, resting: [], crowds: [] });
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const printPromises = async (flags: object, ask?: Parameters<typeof listPromises>[2]) => {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  await listPromises({ data: folder, days: 90, ...flags }, { out: write, err: write }, ask);
  return lines;
};

describe('tactful promises', () => {
  it('lists by message what the local world counted', async () => {
    const lines = await printPromises({});
    expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
      ['moment', 'promised', 'kept', 'broken', 'kept late'],
      ['ticket-received', '2', '1', '0', '0'],
    ]);
    expect(JSON.parse((await printPromises({ json: true })).join())).toMatchObject([
      { moment: 'ticket-received', made: 2 },
    ]);
  });

  it('asks a stage for its own', async () => {
    const commands: OperatorCommand[] = [];
    const lines = await printPromises({ stage: 'dev', days: 7 }, async (_, command) => {
      commands.push(command);
      return { ok: true, lines: [], items: [{ moment: 'm', made: 3, kept: 0, broken: 2, keptLate: 1 }] };
    });
    expect(commands).toEqual([{ command: 'promises', days: 7 }]);
    expect(lines.at(-1)?.split(/ {2,}/)).toEqual(['m', '3', '0', '2', '1']);
  });
});
