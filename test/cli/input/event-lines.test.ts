import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEventLines } from '../../../cli/input/event-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const EVENTS = '{"detail":{"name":"Ada"}}\n{"detail":{"name":"Jörg"}}\n{"detail":{"name":"Zoë"}}\n';

/** The lines of a file of these bytes, and what is said of it. */
const readAs = async (bytes: Buffer) => {
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, bytes);
  const printed: string[] = [];
  const { lines } = await readEventLines(file, (line) => void printed.push(line));
  const read: string[] = [];
  for await (const line of lines) read.push(line);
  return { read, printed };
};

describe('a file of events', () => {
  it.each(['', '\uFEFF'])('is UTF-8, with a mark before it or without: %j', async (mark) =>
    expect(await readAs(Buffer.from(mark + EVENTS))).toEqual({ read: EVENTS.trimEnd().split('\n'), printed: [] }),
  );

  it.each([
    ['Latin-1', Buffer.from(EVENTS, 'latin1'), 2],
    ['UTF-16', Buffer.from(`\uFEFF${EVENTS}`, 'utf16le'), 1],
  ])('in %s is told once, with the first line that nobody can read', async (_, bytes, line) =>
    expect((await readAs(bytes)).printed).toEqual([
      `Line ${line} has a sign that nobody can read (\`\uFFFD\`): save the file as UTF-8.`,
    ]),
  );
});
