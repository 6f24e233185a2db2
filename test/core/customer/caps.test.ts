import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

type Ada = ReturnType<typeof oneCustomer>;

/** Asks for a message that is held: until when. */
const heldUntil = async (ada: Ada, name: string, task: ReturnType<Ada['task']>): Promise<number | undefined> => {
  expect(await ada.send(task)).toBe('later');
  return ada.standing(name)?.due;
};

describe('a cap', () => {
  it('of a moment is remembered for as long as it lasts, though every enrolment is over', async () => {
    const cap = { count: 1, seconds: 30 * 86_400 };
    const ada = oneCustomer(catalogue({ moments: { sorry: moment('sorry', { purpose: 'care', cap }) } }));
    await ada.event('fail', { ref: 'f1' });
    await ada.sent(ada.task('repair', 'sorry'));
    await ada.finish('repair');
    const frees = ada.clock.now + 30 * DAY;
    ada.clock.now = frees - 2 * DAY;
    await ada.event('mend', { ref: 'f1' });
    await ada.event('fail', { ref: 'f2' });
    const again = ada.task('repair', 'sorry');
    expect(await heldUntil(ada, 'repair', again)).toBe(frees);
    ada.clock.now = frees - 1;
    expect(await heldUntil(ada, 'repair', again)).toBe(frees);
    ada.clock.now = frees;
    expect(await ada.send(again)).toHaveProperty('reserved');
  });

  it('frees at the very moment its window is over, and what nobody counts any more is forgotten', async () => {
    const tip = { kind: 'send' as const, moment: 'tip', purpose: 'relationship' as const };
    const steps = { one: tip, two: tip, three: tip, four: tip };
    const ada = oneCustomer(catalogue({ journeys: { hello: journey('hello', 'start', { steps }) } }));
    await ada.event('start');
    const first = ada.clock.now;
    for (const step of ['one', 'two', 'three']) {
      await ada.sent(ada.at('hello', step));
      ada.clock.now += 24 * HOUR;
    }
    const four = ada.at('hello', 'four');
    expect(await heldUntil(ada, 'hello', four)).toBe(first + 7 * DAY);
    ada.clock.now = first + 7 * DAY;
    expect(await ada.send(four)).toHaveProperty('reserved');
    await ada.record(four);
    await ada.finish('hello');
    // Who asks for fewer messages is counted over twice the time.
    ada.clock.now += 14 * DAY;
    await ada.event('reply', { ref: 'r1' });
    expect((await ada.state()).decisions).toEqual([]);
  });
});
