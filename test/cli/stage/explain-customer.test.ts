import { expect, it } from 'vitest';
import { explainOnStage } from '../../../cli/stage/explain-customer.ts';

it('an explanation gathers every page', async () => {
  const asked: object[] = [];
  const ask = async (_stage: string, command: object) => {
    asked.push(command);
    return asked.length === 1 ? { ok: true, lines: ['a', 'b'], next: '2' } : { ok: true, lines: ['c'] };
  };
  expect(await explainOnStage('dev', 'ada', { at: '2026-03-11' }, ask)).toEqual({ ok: true, lines: ['a', 'b', 'c'] });
  expect(asked).toEqual([
    { command: 'why', customer: 'ada', at: '2026-03-11', after: 0 },
    { command: 'why', customer: 'ada', at: '2026-03-11', after: 2 },
  ]);
});
