import { describe, expect, it } from 'vitest';
import { createAnswers } from '../../../functions/desk/answers.ts';
import type { DeskAnswer } from '../../../functions/desk/kind.ts';
import { generic, SIGNED, signatureOf } from '../../../functions/desk/kinds/generic.ts';
import { task } from './support.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const KEY = 'k'.repeat(64);

const open = ({ fails = false } = {}) => {
  const published: DeskAnswer[] = [];
  const counted: string[] = [];
  const answers = createAnswers({
    kind: generic,
    key: async () => KEY,
    publish: async (answer) => {
      if (fails) throw new Error('the bus is away');
      published.push(answer);
    },
    now: () => NOW,
    count: (name) => counted.push(name),
  });
  const send = (value: unknown, key = KEY) => {
    const body = JSON.stringify(value);
    const at = String(NOW / 1000);
    return answers({ headers: { [SIGNED.at]: at, [SIGNED.signature]: signatureOf(key, at, body) }, body });
  };
  return { send, published, counted };
};

const done = { type: 'agent.task_done', detail: { customerId: 'ada', task, by: 'Bea', key: 'w1' } };

describe('what a desk sends', () => {
  it('goes on the bus, as what a colleague said', async () => {
    const { send, published, counted } = open();
    expect(await send(done)).toBe(202);
    expect(published).toEqual([{ ...done, at: NOW }]);
    expect(counted).toEqual(['DeskAnswers']);
  });

  it('is not read where it is not signed', async () => {
    const { send, published, counted } = open();
    expect(await send(done, 'another')).toBe(401);
    expect([published, counted]).toEqual([[], ['DeskUnsigned']]);
  });

  it('and says nothing of a task is taken, and goes nowhere', async () => {
    const { send, published } = open();
    expect(await send({ type: 'ping' })).toBe(204);
    expect(published).toEqual([]);
  });

  it('fails where the bus does not take it, so that the desk sends it again', async () => {
    await expect(open({ fails: true }).send(done)).rejects.toThrow('the bus is away');
  });
});
