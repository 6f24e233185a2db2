import { describe, expect, it } from 'vitest';
import { catalogue, moment } from '../../support/catalogue.ts';
import { DAY, HOUR, oneCustomer, T0 } from '../../support/customer.ts';

const angry = { value: -1, weight: 2, because: 'They said so.' };

describe('a hold', () => {
  it('lasts as long as patience does, however often it has come back', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    await ada.event('fail', { ref: 'f1' });
    const often = ada.task('hello', 'welcome', { parks: 1000 });
    expect(await ada.send(often)).toEqual({ outcome: 'held', until: T0 + 10 * DAY });
    ada.clock.now = T0 + 10 * DAY - 1;
    expect(await ada.send(often)).toEqual({ outcome: 'held', until: T0 + 10 * DAY });
    ada.clock.now++;
    expect(await ada.send(often)).toEqual({ outcome: 'unsent' });
  });

  it('of the moment that took another’s place is journalled, though both were held for one reason', async () => {
    const moments = { welcome: moment('welcome', { whenNegative: { instead: 'tip' } }) };
    const ada = oneCustomer(catalogue({ moments }));
    await ada.event('start', {}, { signals: [angry] });
    await ada.send(ada.task('hello', 'welcome'));
    expect(ada.decisions().map(({ outcome, moment: about }) => `${outcome} ${about}`)).toEqual([
      'replaced welcome',
      'held tip',
    ]);
  });

  it('for a busy channel is told again to one whose reply was lost', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    const held = await ada.record(welcome, 'busy');
    expect(await ada.record(welcome, 'busy')).toEqual(held);
  });

  it('that was woken comes to `ended` when the enrolment ends before its machine has asked again', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    await ada.event('fail', { ref: 'f1' });
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.park(welcome);
    await ada.event('mend', { ref: 'f1' });
    await ada.finish('repair');
    expect((await ada.state()).enrolments[welcome.enrolment]?.open).toMatchObject({ since: T0 });
    await ada.event('done');
    expect(ada.outcomes().at(-1)).toBe('send-welcome ended enrolment-ended');
  });

  it('stays parked though its task comes once more', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    await ada.event('fail', { ref: 'f1' });
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.park(welcome);
    await ada.event('reply', { ref: 'r1' }, { signals: [angry] });
    await ada.event('mend', { ref: 'f1' });
    await ada.finish('repair');
    await ada.send(welcome, 'a2');
    ada.effects.length = 0;
    await ada.event('done');
    expect(ada.effects).toEqual([expect.objectContaining({ type: 'resume', step: 'send-welcome' })]);
  });

  it('of a paused journey starts with a quarter of an hour, however long the step was held before', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.event('fail', { ref: 'f1' });
    await ada.send(welcome);
    ada.clock.now += 3 * DAY;
    ada.paused.add('hello');
    expect(await ada.send(welcome)).toEqual({ outcome: 'held', until: T0 + 3 * DAY + HOUR / 4 });
    ada.clock.now += HOUR / 2;
    expect(await ada.send(welcome)).toEqual({ outcome: 'held', until: T0 + 3 * DAY + HOUR });
  });
});
