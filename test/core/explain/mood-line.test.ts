import { describe, expect, it } from 'vitest';
import { moodLine } from '../../../core/explain/mood-line.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const withSignal = (value: number, because: string) => ({ signals: [{ value, weight: 1, because }] });

describe('mood over time', () => {
  const hearTwice = async () => {
    const ada = oneCustomer();
    await ada.event('reply', { ref: 'a' }, withSignal(-0.5, 'wrote “slow”'));
    ada.clock.now += 2 * DAY;
    await ada.event('reply', { ref: 'b' }, withSignal(1, 'scored 5 of 5'));
    ada.clock.now += 3 * DAY;
    return ada;
  };

  it('shows what moved it, from what to what', async () => {
    const ada = await hearTwice();
    const { moves } = moodLine(ada.journal, T0, ada.clock.now, policy.mood);
    expect(moves).toMatchObject([
      { taken: T0, before: 0, signals: [{ because: 'wrote “slow”' }] },
      { taken: T0 + 2 * DAY, signals: [{ because: 'scored 5 of 5' }] },
    ]);
    expect(moves[0]?.after).toBeCloseTo(-0.333, 3);
    expect(moves[1]?.before).toBeLessThan(0);
    expect(moves[1]?.after).toBeGreaterThan(0.25);
  });

  it('is negative from what made it so until it faded or was lifted, and ends as the item has it', async () => {
    const ada = await hearTwice();
    const { points } = moodLine(ada.journal, T0, ada.clock.now, policy.mood);
    expect(points.every((one, index) => index === 0 || one.at >= points[index - 1]!.at)).toBe(true);
    expect(points.find(({ at }) => at > T0 + HOUR)?.negative).toBe(true);
    expect(points.filter(({ at, negative }) => at > T0 + 2 * DAY && negative)).toEqual([]);
    const { s, w, at } = (await ada.state()).mood;
    const left = 2 ** (-(ada.clock.now - at) / (policy.mood.halfLife * 1000));
    expect(points.at(-1)?.score).toBeCloseTo((s * left) / (w * left + policy.mood.prior), 9);
  });

  it('leaves out what was before, but not what it weighs', async () => {
    const ada = await hearTwice();
    const { moves, points } = moodLine(ada.journal, T0 + DAY, ada.clock.now, policy.mood);
    expect(moves).toHaveLength(1);
    expect(points[0]?.score).toBeLessThan(-0.25);
  });
});
