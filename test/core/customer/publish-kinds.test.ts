import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogueOf } from '../../language/compile/run.ts';
import { LEASE, oneCustomer, T0 } from '../../support/customer.ts';
import { send } from '../../support/definitions.ts';

const DAYS = 86_400;
const NIGHT = T0 + 12 * HOUR;

const WAIT: Step[] = [{ kind: 'wait', id: 'first', seconds: DAYS }, send('second', 'survey')];
const SEND: Step[] = [send('first', 'tip'), send('second', 'survey')];

describe('a message in hand at a step that sends no more', () => {
  it('is decided once if it was held, and the customer goes on after it', async () => {
    const ada = oneCustomer(catalogueOf(SEND));
    await ada.event('customer.signed_up');
    ada.clock.now = NIGHT;
    expect(await ada.send(ada.at('onboarding', 'first'))).toBe('later');
    ada.publish(catalogueOf(WAIT));
    ada.clock.now = NIGHT + DAY / 2;
    await ada.send(ada.at('onboarding', 'first'));
    expect(ada.decisions()).toMatchObject([
      { step: 'first', visit: 1, outcome: 'held', reason: 'quiet-hours' },
      { step: 'first', visit: 1, outcome: 'suppressed', reason: 'moment-retired' },
    ]);
    expect(await ada.send(ada.at('onboarding', 'second'))).not.toBe('elsewhere');
    expect(ada.outcomes().filter((line) => line.startsWith('first'))).toHaveLength(2);
  });

  it('is unknown once its lease is over, and not forgotten while that runs', async () => {
    const ada = oneCustomer(catalogueOf(SEND));
    await ada.event('customer.signed_up');
    expect(await ada.send(ada.at('onboarding', 'first'))).toHaveProperty('reserved');
    ada.publish(catalogueOf(WAIT));
    expect(await ada.send(ada.at('onboarding', 'first'), 'a2')).toBe('later');
    expect(await ada.send(ada.at('onboarding', 'second'), 'a3')).toBe('elsewhere');
    ada.clock.now += 2 * LEASE;
    expect(await ada.send(ada.at('onboarding', 'first'), 'a4')).toBe('sent');
    expect(ada.decisions()).toMatchObject([{ step: 'first', visit: 1, outcome: 'unknown', reason: 'no-receipt' }]);
    expect((await ada.state()).decisions).toMatchObject([{ step: 'first', outcome: 'unknown', channel: 'inbox' }]);
  });
});

describe('a step that sends where it waited before', () => {
  it('has all of its patience', async () => {
    const ada = oneCustomer(catalogueOf([{ kind: 'wait', id: 'first', seconds: 30 * DAYS }, send('second', 'survey')]));
    await ada.event('customer.signed_up');
    await ada.send(ada.at('onboarding', 'first'));
    ada.clock.now = NIGHT + 30 * DAY;
    ada.publish(catalogueOf(SEND));
    expect(await ada.send(ada.at('onboarding', 'first'))).toBe('later');
    expect(ada.decisions()).toMatchObject([{ step: 'first', visit: 1, outcome: 'held', reason: 'quiet-hours' }]);
  });
});
