import { expect, it } from 'vitest';
import { readFromStage } from '../../../cli/stage/read-customer.ts';
import type { OperatorAnswer } from '../../../functions/operate/command.ts';

const pages: Record<string, OperatorAnswer> = {
  state: { ok: true, lines: [], items: [{ id: 'ada' }] },
  timeline: { ok: true, lines: [], items: [1, 2], next: 'b' },
  'timeline b': { ok: true, lines: [], items: [3] },
};
const nothing = { ok: true, lines: [], items: [] };
const ask = (known: Record<string, OperatorAnswer>) => async (_stage: string, command: object) => {
  const { part, after } = command as { part: string; after?: string };
  return known[after ? `${part} ${after}` : part] ?? nothing;
};

it('reading a customer gathers every page of every part', async () => {
  expect(await readFromStage('dev', 'ada', ask(pages))).toEqual({
    customer: 'ada',
    state: { id: 'ada' },
    timeline: [1, 2, 3],
    messages: [],
  });
});

it('reading a stranger says so', async () => {
  await expect(readFromStage('dev', 'ada', ask({}))).rejects.toThrow('Nothing is held of "ada" on the stage dev.');
});
