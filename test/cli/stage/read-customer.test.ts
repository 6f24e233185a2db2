import { expect, it } from 'vitest';
import { readFromStage } from '../../../cli/stage/read-customer.ts';
import type { OperatorAnswer } from '../../../functions/operate/command.ts';

const pages: Record<string, OperatorAnswer> = {
  state: { ok: true, lines: [], items: [{ id: 'ada' }] },
  timeline: { ok: true, lines: [], items: [1, 2], next: 'b' },
  'timeline b': { ok: true, lines: [], items: [3] },
};
const nothing = { ok: true, lines: [], items: [] };
const ask = (answers: Record<string, OperatorAnswer>) => async (_stage: string, command: object) => {
  const { part, after } = command as { part: string; after?: string };
  return answers[after ? `${part} ${after}` : part] ?? nothing;
};

it('reading a customer gathers every page of every part', async () => {
  expect(await readFromStage('dev', 'ada', ask(pages))).toEqual({
    customer: 'ada',
    state: { id: 'ada' },
    timeline: [1, 2, 3],
    messages: [],
    notes: [],
    past: [],
  });
});

it('reading a customer gathers what lies under each of their ids', async () => {
  const state = { id: 'ada', aliases: ['guest'] };
  const lines = { ada: [{ at: '2026-03-03T10:00:00Z' }], guest: [{ at: '2026-03-02T10:00:00Z' }] };
  const askStage = async (_stage: string, command: object) => {
    const { part, customer } = command as { part: string; customer: 'ada' | 'guest' };
    return {
      ok: true,
      lines: [],
      items: part === 'state' ? [state] : part === 'timeline' ? lines[customer] : [customer],
    };
  };
  expect(await readFromStage('dev', 'guest', askStage)).toEqual({
    customer: 'guest',
    state,
    timeline: [...lines.guest, ...lines.ada],
    messages: ['ada', 'guest'],
    notes: ['ada', 'guest'],
    past: ['ada', 'guest'],
  });
});

it('reading a stranger says so', async () => {
  await expect(readFromStage('dev', 'ada', ask({}))).rejects.toThrow('Nothing is held of "ada" on the stage dev.');
});
