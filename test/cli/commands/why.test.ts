import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainCustomer } from '../../../cli/commands/why.ts';
import { UsageError } from '../../../cli/usage-error.ts';
import { quarter } from '../../simulator/why/replay.ts';

let folder: string;
let events: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tactful-why-'));
  events = join(folder, 'events.ndjson');
  const some = quarter.filter(({ detail }) => detail.customerId === 'c-0048' || detail.customerId === 'c-0031');
  writeFileSync(events, some.map((line) => JSON.stringify(line)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const explanationOf = async (customer: string, flags: object) => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  await explainCustomer(customer, { dir: 'workflows', data: folder, ...flags }, { out: write, err: write });
  return lines.join('\n');
};

describe('tactful why', () => {
  it('plays a file first and explains one of its customers, in their time', async () => {
    const text = await explanationOf('c-0048', { events });
    expect(text).toContain('Times are in Africa/Nairobi');
    expect(text).toContain('Open: ticket t-0048-1, since Thu, 9 Jul 2026, 14:18 +03:00');
    expect(text).not.toContain('c-0031');
  });

  it('says who is not on record, and where no data is', async () => {
    expect(await explanationOf('c-1', { events })).toBe('Nothing is on record of "c-1".');
    await expect(explanationOf('c-1', {})).rejects.toThrow(UsageError);
  });
});
