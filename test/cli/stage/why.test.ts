import { expect, it } from 'vitest';
import { explainCustomer } from '../../../cli/stage/why.ts';

it('an explanation gathers every page', async () => {
  const asked: object[] = [];
  const ask = async (_stage: string, command: object) => {
    asked.push(command);
    return asked.length === 1 ? { ok: true, lines: ['a', 'b'], next: '2' } : { ok: true, lines: ['c'] };
  };
  expect(await explainCustomer('dev', 'ada', { at: '2026-03-11' }, ask)).toEqual({ ok: true, lines: ['a', 'b', 'c'] });
  expect(asked).toEqual([
    { command: 'why', customer: 'ada', at: '2026-03-11', after: 0 },
    { command: 'why', customer: 'ada', at: '2026-03-11', after: 2 },
  ]);
});
