import { describe, expect, it } from 'vitest';
import { catalogue, moment } from '../../support/catalogue.ts';
import { DAY, HOUR, oneCustomer } from '../../support/customer.ts';

type Ada = ReturnType<typeof oneCustomer>;

const out = async (ada: Ada, journey: string, name: string, step = `send-${name}`): Promise<void> => {
  const task = ada.task(journey, name, { step });
  await ada.send(task);
  await ada.record(task);
};

describe('a cap', () => {
  it('of a moment is remembered for as long as it lasts, though every enrolment is over', async () => {
    const cap = { count: 1, seconds: 30 * 86_400 };
    const ada = oneCustomer(catalogue({ moments: { sorry: moment('sorry', { purpose: 'care', cap }) } }));
    await ada.event('fail', { ref: 'f1' });
    await out(ada, 'repair', 'sorry');
    await ada.finish('repair');
    const frees = ada.clock.now + 30 * DAY;
    ada.clock.now = frees - 2 * DAY;
    await ada.event('mend', { ref: 'f1' });
    await ada.event('fail', { ref: 'f2' });
    const again = ada.task('repair', 'sorry');
    expect(await ada.send(again)).toEqual({ outcome: 'held', until: frees });
    ada.clock.now = frees - 1;
    expect(await ada.send(again)).toEqual({ outcome: 'held', until: frees });
    ada.clock.now = frees;
    expect(await ada.send(again)).toMatchObject({ outcome: 'reserved' });
  });

  it('frees at the very moment its window is over, and what nobody counts any more is forgotten', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const first = ada.clock.now;
    for (const step of ['one', 'two', 'three']) {
      await out(ada, 'hello', 'tip', step);
      ada.clock.now += 24 * HOUR;
    }
    const four = ada.task('hello', 'tip', { step: 'four' });
    expect(await ada.send(four)).toEqual({ outcome: 'held', until: first + 7 * DAY });
    ada.clock.now = first + 7 * DAY;
    expect(await ada.send(four)).toMatchObject({ outcome: 'reserved' });
    await ada.record(four);
    await ada.finish('hello');
    ada.clock.now += 7 * DAY;
    await ada.event('reply', { ref: 'r1' });
    expect((await ada.state()).decisions).toEqual([]);
  });
});
