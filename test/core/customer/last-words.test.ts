import { describe, expect, it } from 'vitest';
import { catalogue, journey } from '../../support/catalogue.ts';
import { HOUR, oneCustomer } from '../../support/customer.ts';

/** `hello` says `tip` as its last word when the customer is done. */
const leaving = async () => {
  const hello = journey('hello', 'start', { exits: [{ on: 'done', phase: 'exit-1' }] });
  const ada = oneCustomer(catalogue({ journeys: { hello } }));
  await ada.event('start');
  return { ada, welcome: ada.task('hello', 'welcome', { ends: 'always' }) };
};

describe('an exit with last words while a step is reserved', () => {
  it('is not ended by the record of that step', async () => {
    const { ada, welcome } = await leaving();
    await ada.send(welcome);
    await ada.event('done');
    expect(await ada.record(welcome)).toEqual({ outcome: 'sent' });
    expect((await ada.state()).enrolments[welcome.enrolment]).toMatchObject({ phase: 'exit-1' });
    ada.clock.now += 24 * HOUR;
    expect(await ada.send(ada.task('hello', 'tip', { phase: 'exit-1' }))).toMatchObject({ outcome: 'reserved' });
  });

  it('is not ended when that step comes to unknown', async () => {
    const { ada, welcome } = await leaving();
    await ada.send(welcome);
    await ada.event('done');
    ada.clock.now += HOUR;
    expect(await ada.send(welcome, 'a2')).toEqual({ outcome: 'sent' });
    expect(ada.outcomes()).toEqual(['send-welcome unknown no-receipt']);
    expect((await ada.state()).enrolments[welcome.enrolment]).toMatchObject({ phase: 'exit-1' });
  });

  it('tells an attempt that learns of its own reservation only now that it is over: nothing went out', async () => {
    const { ada, welcome } = await leaving();
    await ada.send(welcome, 'a1');
    await ada.event('done');
    expect(await ada.send(welcome, 'a1')).toEqual({ outcome: 'ended' });
    expect(ada.outcomes()).toEqual(['send-welcome ended enrolment-ended']);
  });
});

describe('a reservation that another attempt took over', () => {
  it('is not failed by what the channel told the first', async () => {
    const ada = oneCustomer();
    await ada.event('fail', { ref: 'f1' });
    const sorry = ada.task('repair', 'sorry');
    await ada.send(sorry, 'a1');
    ada.clock.now += 60_000;
    await ada.send(sorry, 'a2');
    expect(await ada.record(sorry, 'refused', 'a1')).toMatchObject({ outcome: 'later' });
    expect(await ada.record(sorry, 'accepted', 'a2')).toEqual({ outcome: 'sent' });
    expect(ada.outcomes()).toEqual(['send-sorry sent clear']);
  });
});
