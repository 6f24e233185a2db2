import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../core/customer/model/facts.ts';
import type { Evident } from '../../../core/customer/model/incoming.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const MINUTE = HOUR / 60;
const iso = (at: number): string => new Date(at).toISOString();
const textSignal = (value: number, weight = 0.5): { signals: Evident[] } => ({
  signals: [{ value, weight, because: 'wrote it', of: 'text' }],
});
const failureSignal = (value: number): { signals: Evident[] } => ({
  signals: [{ value, weight: 1, because: 'It broke.', of: 'event' }],
});
type Ada = ReturnType<typeof oneCustomer>;

const mood = async (ada: Ada) => factsOf(await ada.state(), ada.clock.now, catalogue()).mood;
const daysOfQuiet = async (ada: Ada, from = T0) => ((await ada.state()).mood.negativeUntil - from) / DAY;
const signals = (ada: Ada) => ada.journal.filter((entry) => entry.kind === 'signal');

describe('what closes an incident', () => {
  it('softens what its opening told, once: nobody stays negative for days from the failure alone', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' }, failureSignal(-0.5));
    expect(await daysOfQuiet(ada)).toBeGreaterThan(2.9);
    ada.clock.now += HOUR;
    await ada.event('mend', { ref: 'f1' });
    expect(await mood(ada)).toBe('neutral');
    await ada.event('mend', { ref: 'f1' });
    expect(signals(ada)).toMatchObject([
      { opens: 'failure:f1', value: -0.5 },
      { closes: 'failure:f1', value: 0.25, because: 'what was wrong then is solved' },
    ]);
  });

  it('does so for as much of it as still weighs', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' }, failureSignal(-0.5));
    ada.clock.now += 3 * DAY;
    await ada.event('mend', { ref: 'f1' });
    expect(signals(ada)[1]).toMatchObject({ value: 0.25, weight: 0.5 });
  });

  it('does so too where its word comes before that of the failure', async () => {
    const ada = oneCustomer();
    await ada.event('mend', { ref: 'f1' }, { at: iso(T0) });
    ada.clock.now += HOUR;
    await ada.event('fail', { ref: 'f1' }, { ...failureSignal(-0.5), at: iso(T0 - HOUR) });
    expect(await mood(ada)).toBe('neutral');
    expect(signals(ada)).toMatchObject([{ opens: 'failure:f1' }, { closes: 'failure:f1', happenedAt: iso(T0) }]);
  });

  it('says nothing of another incident, nor of one that told of no unhappiness', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' }, failureSignal(-0.5));
    await ada.event('fail', { ref: 'f2' }, textSignal(0, 0.1));
    await ada.event('mend', { ref: 'f2' });
    await ada.event('mend', { ref: 'f3' });
    expect(signals(ada)).toHaveLength(2);
    expect(await mood(ada)).toBe('negative');
  });

  it('softens again what was told when it was opened again', async () => {
    const ada = oneCustomer();
    for (let turn = 0; turn < 2; turn += 1) {
      await ada.event('fail', { ref: 'f1' }, textSignal(-0.5));
      ada.clock.now += HOUR;
      await ada.event('mend', { ref: 'f1' });
      ada.clock.now += HOUR;
    }
    expect(signals(ada).map(({ value }) => value)).toEqual([-0.5, 0.25, -0.5, 0.25]);
    expect((await ada.state()).incidents['failure:f1']).not.toHaveProperty('told');
  });

  it('leaves the quiet that the customer’s own strong words asked for', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' }, textSignal(-0.9));
    ada.clock.now += HOUR;
    await ada.event('mend', { ref: 'f1' });
    expect(await daysOfQuiet(ada)).toBe(3);
  });

  it('leaves no quiet of a failure that is strong by itself', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' }, failureSignal(-1));
    ada.clock.now += HOUR;
    await ada.event('mend', { ref: 'f1' });
    expect(await mood(ada)).toBe('neutral');
  });

  it('wakes what is held for the mood', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    await ada.event('fail', { ref: 'f1' }, failureSignal(-0.5));
    ada.clock.now += HOUR;
    await ada.send(ada.task('hello', 'welcome'));
    await ada.event('mend', { ref: 'f1' });
    await ada.finish('repair');
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
  });
});

describe('what lifts the mood', () => {
  it('ends the quiet of an earlier strong sign, and wakes what it held', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    await ada.event('reply', { ref: 'a' }, textSignal(-0.9));
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.standing('hello')).toMatchObject({ held: { reason: 'negative-sentiment' } });
    ada.clock.now += 20 * MINUTE;
    await ada.event('reply', { ref: 'b' }, textSignal(1, 1));
    expect(await mood(ada)).toBe('positive');
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
    expect((await ada.state()).mood.negativeUntil).toBe(ada.clock.now);
  });

  it('does so too where the strong sign is heard of late', async () => {
    const ada = oneCustomer();
    await ada.event('reply', { ref: 'b' }, textSignal(1, 1));
    await ada.event('reply', { ref: 'a' }, { ...textSignal(-0.9), at: iso(T0 - HOUR) });
    expect(await mood(ada)).toBe('positive');
  });
});

describe('signs of unhappiness one after the other', () => {
  it('do not add up: a weight that was cut is told, with its own beside it', async () => {
    const ada = oneCustomer();
    for (let day = 0; day < 3; day += 1) {
      ada.clock.now = T0 + day * DAY;
      await ada.event('reply', { ref: `r${day}` }, textSignal(-0.95));
    }
    expect(await daysOfQuiet(ada)).toBeLessThan(7);
    expect(signals(ada)).toMatchObject([{ weight: 0.5 }, { weight: 0.125, fullWeight: 0.5 }, { fullWeight: 0.5 }]);
    expect(signals(ada)[0]).not.toHaveProperty('fullWeight');
  });

  it('are kept for no longer than they count', async () => {
    const ada = oneCustomer();
    await ada.event('reply', { ref: 'a' }, textSignal(-0.3));
    ada.clock.now += 29 * DAY;
    await ada.event('mend', { ref: 'f1' });
    expect((await ada.state()).evidence).toHaveLength(1);
    ada.clock.now += 2 * DAY;
    await ada.event('mend', { ref: 'f2' });
    expect((await ada.state()).evidence).toEqual([]);
  });

  it('are bounded in number', async () => {
    const ada = oneCustomer();
    for (let turn = 0; turn < 60; turn += 1) await ada.event('fail', { ref: `f${turn}` }, textSignal(-1));
    const { incidents, evidence, mood: felt } = await ada.state();
    expect(evidence).toHaveLength(12);
    expect(Object.keys(incidents).length).toBeLessThanOrEqual(32);
    expect(felt.negativeUntil).toBeGreaterThan(T0);
  });
});
