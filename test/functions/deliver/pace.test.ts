import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../../functions/deliver/pace.ts';
import { T0 } from '../../support/customer.ts';
import { message } from '../../support/message.ts';
import { takeTurns } from '../../support/turns.ts';

const open = (rate: number) => {
  const clock = { now: T0 };
  const pace = createPace({ takeTurn: takeTurns(), rates: { email: rate }, now: () => clock.now });
  return { clock, pace };
};

describe('the pace of a channel', () => {
  it('lets pass what has room, and gives each other message a turn of its own', async () => {
    const { pace } = open(10);
    const turns: number[] = [];
    for (let one = 0; one < 100; one++) turns.push((await pace(message({ purpose: 'promotional' }))) ?? T0);
    // Nine a second, of ten: the tenth is for what cannot wait.
    expect(Math.max(...turns) - T0).toBe(11_000);
    const far = turns.filter((turn) => turn > T0);
    expect(new Set(far).size).toBe(far.length);
  });

  it('never gives more turns in a second than the rate, at whatever times it is asked', async () => {
    const asks = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(asks, fc.integer({ min: 1, max: 40 }), async (gaps, rate) => {
        const { clock, pace } = open(rate);
        const turns: number[] = [];
        for (const gap of gaps) {
          clock.now += gap;
          turns.push((await pace(message({ purpose: 'care' }))) ?? clock.now);
        }
        // What is near is let pass at once, so a second's worth may come on top.
        for (const turn of turns)
          expect(turns.filter((one) => one >= turn && one < turn + 1000).length).toBeLessThanOrEqual(2 * rate + 2);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps no confirmation waiting for a wave', async () => {
    const { pace } = open(1);
    for (let one = 0; one < 1000; one++) await pace(message({ purpose: 'promotional' }));
    expect(await pace(message({ purpose: 'transactional' }))).toBeUndefined();
  });

  it('paces no channel whose rate nobody gave', async () => {
    const { pace } = open(1);
    const texts = await Promise.all(Array.from({ length: 50 }, () => pace(message({ channel: 'sms' }))));
    expect(texts.every((turn) => turn === undefined)).toBe(true);
  });

  it('splits a rate that one item cannot count over several lines, which together keep it', async () => {
    const lines = new Map<string, number>();
    const count = async (line: string, every: number, now: number) => {
      lines.set(line, every);
      return now;
    };
    const pace = createPace({ takeTurn: count, rates: { email: 1000 }, now: () => T0 });
    for (let one = 0; one < 200; one++) await pace(message({ customer: `c${one}`, purpose: 'care' }));
    expect([...lines.keys()].toSorted()).toEqual([0, 1, 2, 3].map((line) => `email/urgent/${line}`));
    expect([...lines.values()].reduce((sum, every) => sum + 1000 / every, 0)).toBeCloseTo(950);
  });
});
