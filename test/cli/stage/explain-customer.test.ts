import { expect, it } from 'vitest';
import { explainOnStage } from '../../../cli/stage/explain-customer.ts';

it('an explanation gathers every page', async () => {
  const commands: object[] = [];
  const ask = async (_stage: string, command: object) => {
    commands.push(command);
    return commands.length === 1 ? { ok: true, lines: ['a', 'b'], next: '2' } : { ok: true, lines: ['c'] };
  };
  expect(await explainOnStage('dev', 'ada', { at: '2026-03-11' }, ask)).toEqual({ ok: true, lines: ['a', 'b', 'c'] });
  expect(commands).toEqual([
    { command: 'why', customer: 'ada', at: '2026-03-11', after: 0 },
    { command: 'why', customer: 'ada', at: '2026-03-11', after: 2 },
  ]);
});
