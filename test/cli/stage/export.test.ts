import { expect, it } from 'vitest';
import { exportCustomer } from '../../../cli/stage/export.ts';
import type { Answer } from '../../../cli/stage/stage.ts';

const pages: Record<string, Answer> = {
  state: { ok: true, lines: [], items: [{ id: 'ada' }] },
  timeline: { ok: true, lines: [], items: [1, 2], next: 'b' },
  'timeline b': { ok: true, lines: [], items: [3] },
};
const nothing = { ok: true, lines: [], items: [] };
const ask = (known: Record<string, Answer>) => async (_stage: string, command: object) => {
  const { part, after } = command as { part: string; after?: string };
  return known[after ? `${part} ${after}` : part] ?? nothing;
};

it('an export gathers every page of every part', async () => {
  const { lines } = await exportCustomer('dev', 'ada', ask(pages));
  expect(JSON.parse(lines.join())).toEqual({
    customer: 'ada',
    state: { id: 'ada' },
    timeline: [1, 2, 3],
    messages: [],
  });
});

it('an export of a stranger says so', async () => {
  expect(await exportCustomer('dev', 'ada', ask({}))).toEqual({
    ok: false,
    lines: ['Nothing is held of "ada" on the stage dev.'],
  });
});
