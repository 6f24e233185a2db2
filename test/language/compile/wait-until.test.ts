import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { days, hours, send } from '../../support/definitions.ts';
import { input, machineOf, run, t0, well } from './run.ts';

const until = (reached: Step[], past: Step[], offset = -2 * days): Step => ({
  kind: 'wait-until',
  id: 'wait',
  until: 'event.renewsAt',
  offset,
  reached,
  past,
});
const inDays = (count: number) => ({ event: { renewsAt: new Date(t0 + count * days * 1000).toISOString() } });

describe('a wait for a date', () => {
  const branching = machineOf([until([send('send-reached', 'tip')], [send('send-past', 'tip')])]);

  it.each([
    ['ahead', inDays(5), 'send-reached', 3 * days],
    ['past with its offset', inDays(1), 'send-past', 0],
    ['now, with its offset', inDays(2), 'send-past', 0],
    ['missing', {}, 'send-past', 0],
  ])('that is %s', async (_, state, step, seconds) => {
    const { asked, took } = await run(branching, input(state), well);
    expect(asked).toEqual([`send ${step}`]);
    expect(took).toBe(seconds);
  });

  it.each([
    ['ahead', inDays(5), 5 * days + hours],
    ['past', inDays(-5), 0],
    ['missing', {}, 0],
  ])('is one state without branches, also when the date is %s', async (_, state, seconds) => {
    const plain = machineOf([until([], [], hours)]);
    expect(Object.keys(plain.States)).toEqual(['wait', 'finish']);
    expect((await run(plain, input(state), well)).took).toBe(seconds);
  });

  it('may be any expression', async () => {
    const either = machineOf([{ ...until([], [], 0), until: '$exists(event.a) ? event.a : event.renewsAt' } as Step]);
    expect((await run(either, input(inDays(3)), well)).took).toBe(3 * days);
  });
});
