import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const W = 600_000;
const SKEW = 5000;

const { relationship } = policy.purposes;
const skipping = catalogue({
  policy: { ...policy, purposes: { ...policy.purposes, relationship: { ...relationship, whenIncident: 'skip' } } },
});

const enter = async () => {
  const ada = oneCustomer();
  await ada.event('start');
  return ada;
};

describe('the timer of an enrolment', () => {
  it('has something to do at once when it enters', async () => {
    const ada = await enter();
    expect(ada.timers('hello')).toEqual([
      { type: 'timer', enrolment: ada.enrolment('hello'), timer: 1, due: T0, at: T0 },
    ]);
  });

  it('comes a little after a time that lies ahead, so that whoever it starts finds it past', async () => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'listen-reply'));
    const due = T0 + 7 * DAY;
    expect(ada.timers('hello').at(-1)).toMatchObject({ due, at: due + SKEW });
  });

  it('has a new number at each setting, also to the time it had', async () => {
    const ada = await enter();
    await ada.advance(ada.at('hello', 'listen-reply'));
    await ada.event('reply', { ref: 'r1' });
    await ada.advance(ada.at('hello', 'listen-mend'));
    await ada.event('mend', { ref: 'f1' });
    const numbers = ada.timers('hello').map(({ timer }) => timer);
    expect(ada.timers('hello').map(({ due }) => due)).toEqual([T0, T0 + 7 * DAY, T0, T0 + 7 * DAY, T0]);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it('is asked for in the very commit that sets it, and in no other', async () => {
    const ada = await enter();
    await ada.event('fail', { ref: 'f1' });
    const before = ada.timers('hello').length;
    await ada.event('reply', { ref: 'r1' });
    expect(ada.timers('hello')).toHaveLength(before);
    await ada.send(ada.task('hello', 'welcome'));
    expect((await ada.state()).effects).toEqual([ada.timers('hello').at(-1)]);
  });

  it('stays as it is where a run answers: its own time has passed', async () => {
    const ada = await enter();
    await ada.sent(ada.task('hello', 'welcome'));
    expect(ada.timers('hello')).toHaveLength(1);
  });

  it('comes within ten minutes where a stray task answers what was to wait for days', async () => {
    const ada = await enter();
    const welcome = ada.task('hello', 'welcome');
    await ada.event('fail', { ref: 'f1' });
    await ada.send(welcome);
    expect(ada.standing('hello')!.due - T0).toBeGreaterThan(W);
    ada.published.catalogue = skipping;
    ada.clock.now += HOUR;
    expect(await ada.send(welcome, 'stray')).toBe('unsent');
    expect(ada.standing('hello')?.due).toBe(ada.clock.now + W);
  });

  it('comes within ten minutes where a stray task reserves what was to wait for days', async () => {
    const ada = await enter();
    const welcome = ada.task('hello', 'welcome');
    await ada.sent(welcome);
    const tip = ada.task('hello', 'tip');
    await ada.send(tip);
    expect(ada.standing('hello')?.due).toBe(T0 + 20 * HOUR);
    ada.published.catalogue = catalogue({ policy: { ...policy, gap: 3600 } });
    ada.clock.now += 2 * HOUR;
    expect(await ada.send(tip, 'stray')).toHaveProperty('reserved');
    expect(ada.standing('hello')?.due).toBe(ada.clock.now + W);
  });
});

describe('time', () => {
  it('is never before the last commit, whatever a clock says', async () => {
    const ada = await enter();
    ada.clock.now -= HOUR;
    await ada.advance(ada.at('hello', 'listen-reply'));
    expect(await ada.state()).toMatchObject({ at: T0 });
    expect(ada.standing('hello')?.due).toBe(T0 + 7 * DAY);
  });
});
