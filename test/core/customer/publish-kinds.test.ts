import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { DAY, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { catalogueOf } from '../../language/compile/run.ts';
import { send } from '../../support/definitions.ts';
import { life, T0 } from './life.ts';

const DAYS = 86_400;
const NIGHT = T0 + (12 * DAY) / 24;

const WAIT: Step[] = [{ kind: 'wait', id: 'first', seconds: DAYS }, send('second', 'survey')];
const SEND: Step[] = [send('first', 'tip'), send('second', 'survey')];

describe('a message in hand at a step that sends no more', () => {
  it('is decided once if it was held, and the customer goes on after it', async () => {
    const ada = life(catalogueOf(SEND));
    await ada.event('customer.signed_up');
    ada.clock.now = NIGHT;
    expect(await ada.task('first')).toBe('later');
    ada.publish(catalogueOf(WAIT));
    ada.clock.now = NIGHT + DAY / 2;
    await ada.task('first');
    expect(ada.outcomes()).toEqual(['first@1 held quiet-hours', 'first@1 suppressed moment-retired']);
    expect(await ada.task('second')).not.toBe('elsewhere');
    expect(ada.outcomes().filter((line) => line.startsWith('first'))).toHaveLength(2);
  });

  it('is unknown once its lease is over, and not forgotten while that runs', async () => {
    const ada = life(catalogueOf(SEND));
    await ada.event('customer.signed_up');
    expect(await ada.task('first')).toHaveProperty('reserved');
    ada.publish(catalogueOf(WAIT));
    expect(await ada.task('first', 'a2')).toBe('later');
    expect(await ada.task('second', 'a3')).toBe('elsewhere');
    ada.clock.now += 2 * MINUTE;
    expect(await ada.task('first', 'a4')).toBe('sent');
    expect(ada.outcomes()).toEqual(['first@1 unknown no-receipt']);
    expect(ada.state().decisions).toMatchObject([{ step: 'first', outcome: 'unknown', channel: 'inbox' }]);
  });
});

describe('a step that sends where it waited before', () => {
  it('has all of its patience', async () => {
    const ada = life(catalogueOf([{ kind: 'wait', id: 'first', seconds: 30 * DAYS }, send('second', 'survey')]));
    await ada.event('customer.signed_up');
    await ada.task('first');
    ada.clock.now = NIGHT + 30 * DAY;
    ada.publish(catalogueOf(SEND));
    expect(await ada.task('first')).toBe('later');
    expect(ada.outcomes()).toEqual(['first@1 held quiet-hours']);
  });
});
