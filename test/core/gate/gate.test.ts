import { describe, expect, it } from 'vitest';
import { gateWork } from '../../../core/gate/gate.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { ada, angry, ask, attribute, heldFor, trouble, verdict, welcome } from './support.ts';

describe('the gate', () => {
  it('is clear for someone at ease, by the first channel that reaches them', () => {
    expect(verdict(ada())).toEqual({ outcome: 'clear', reason: 'clear', channel: 'email' });
  });

  it('prefers the channel that the customer prefers, if the moment has it', () => {
    const state = ada({ attributes: { email: attribute('a@example.com'), preferredChannel: attribute('inbox') } });
    expect(verdict(state)).toMatchObject({ channel: 'inbox' });
  });

  it('gives up with the reason it was held for when patience is over', () => {
    const about = { since: T0 - 10 * DAY };
    expect(verdict(ada({ incidents: trouble }), { about })).toEqual({
      outcome: 'suppressed',
      reason: 'patience:open-incident',
    });
  });

  it('never waits beyond its patience', () => {
    expect(heldFor(verdict(ada({ incidents: trouble }), { moments: welcome({ patience: 3600 }) }))).toBe(HOUR);
  });
});

describe('the gate for work that a person gets', () => {
  const work = (state: Parameters<typeof gateWork>[0], about = {}) =>
    gateWork(state, ask({ purpose: 'care', ...about }), T0, { catalogue: catalogue(), paused: new Set(['hello']) });

  it('asks the first rows alone', () => {
    const busy = ada({ attributes: {}, mood: angry, incidents: trouble });
    expect(work(busy, { busyUntil: T0 + 1 })).toEqual({ outcome: 'clear', reason: 'clear', channel: 'agent' });
  });

  it.each([
    ['holdout', ada(), { control: true }],
    ['account-closed', ada({ closedAt: T0 }), {}],
    ['overtaken', ada(), { overtaken: true }],
    ['moment-retired', ada(), { moment: 'gone' }],
  ])('asks for %s', (reason, state, about) => {
    expect(work(state, about)).toMatchObject({ reason });
  });
});
