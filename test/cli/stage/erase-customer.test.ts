import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eraseFromStage } from '../../../cli/stage/erase-customer.ts';
import type { OperatorAnswer } from '../../../functions/operate/command.ts';

/** A stage that is erasing for so many looks. */
const stage = (looks: number) => {
  const printed: string[] = [];
  const ask = async (_: string, { command }: { command: string }): Promise<OperatorAnswer> => {
    if (command === 'erasing') return { ok: true, lines: [], items: looks-- > 0 ? [{ erased: 1 }] : [] };
    return { ok: true, lines: ['It has begun.'] };
  };
  return { printed, deps: { ask, pause: async () => {}, say: (line: string) => void printed.push(line) } };
};

it('an erasure is waited for, and then says what goes by itself', async () => {
  const { printed, deps } = stage(3);
  const { ok, lines } = await eraseFromStage('dev', 'ada', deps);
  expect(printed[0]).toBe('It has begun.');
  expect(ok).toBe(true);
  expect(lines[0]).toBe('The stage dev holds nothing of them any more.');
});

/** As it is read, without links and marks. */
const plain = (cell: string): string =>
  cell
    .replace(/ \(\[why\]\([^)]*\)\)/, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .trim();

it('an erasure leaves what docs/deploy.md lists, told in the same words', async () => {
  const doc = readFileSync('docs/deploy.md', 'utf8');
  const [, table = ''] = /What it does not reach goes by itself.*\n\n.*\n.*\n((?:\|.*\n)+)/.exec(doc) ?? [];
  const rows = [...table.matchAll(/^\| (.*) \| (.*) \| (.*) \|$/gm)].map(([, ...cells]) => cells.map(plain));
  const { lines } = await eraseFromStage('dev', 'ada', stage(0).deps);
  expect(lines.filter((line) => line.startsWith('- '))).toEqual(
    rows.map(([what, holds, until]) => `- ${what}: ${holds}; ${until}`),
  );
  expect(rows.length).toBeGreaterThan(10);
});

it('an erasure that is held up is not told to be over', async () => {
  const { ok, lines } = await eraseFromStage('dev', 'ada', stage(1e9).deps);
  expect(ok).toBe(false);
  expect(lines.join()).toContain('still under way');
});

it('an erasure of a stranger ends there', async () => {
  const refused = { ok: false, lines: ['Nothing is held.'] };
  const deps = { ...stage(0).deps, ask: async () => refused };
  expect(await eraseFromStage('dev', 'bob', deps)).toEqual(refused);
});
