import { describe, expect, it } from 'vitest';
import {
  type CustomerState,
  type Decision,
  type Enrolment,
  emptyCustomer,
} from '../../../core/customer/model/state.ts';
import { gate } from '../../../core/gate/gate.ts';
import type { Ask } from '../../../core/gate/verdict.ts';
import { catalogue, moment, policy } from '../../support/catalogue.ts';
import { DAY, HOUR, T0 } from '../../support/customer.ts';

const attribute = (value: string, provenance: 'stated' | 'inferred' = 'stated') => ({
  value,
  provenance,
  event: 'start',
  at: T0,
});

const ada = (more: Partial<CustomerState> = {}): CustomerState => ({
  ...emptyCustomer('ada', T0),
  attributes: { email: attribute('ada@example.com') },
  ...more,
});

const ask = (more: Partial<Ask> = {}): Ask => ({
  journey: 'hello',
  enrolment: 'n1',
  step: 'send-welcome',
  visit: 1,
  moment: 'welcome',
  purpose: 'relationship',
  control: false,
  since: T0,
  held: undefined,
  overtaken: false,
  busyUntil: 0,
  ...more,
});

const verdict = (
  state: CustomerState,
  { about = {}, now = T0, paused = [] as string[], moments = {} as Record<string, ReturnType<typeof moment>> } = {},
) => gate(state, ask(about), now, { catalogue: catalogue({ moments }), paused: new Set(paused) });

const angry = { s: -1, w: 1, at: T0, quietUntil: 0, negativeUntil: T0 + DAY };
const trouble = { 'ticket:t1': { openedAt: T0 } };
const sent = (at: number, more: Partial<Decision> = {}): Decision => ({
  enrolment: 'n0',
  journey: 'hello',
  step: 's',
  visit: 1,
  moment: 'tip',
  purpose: 'relationship',
  outcome: 'sent',
  channel: 'email',
  at,
  ...more,
});
const running = (name: string, more: Partial<Enrolment> = {}): Enrolment => ({
  journey: name,
  startedAt: T0,
  enteredAt: T0,
  control: false,
  arms: {},
  eventId: 'e',
  event: {},
  heard: {},
  took: [],
  at: 'Start',
  visit: 0,
  since: T0,
  due: T0,
  timer: 1,
  ...more,
});
/** A message of theirs was reserved an hour ago: it may be on its way. */
const sending = (visit: number): Enrolment =>
  running('hello', {
    at: 'send-tip',
    visit,
    message: { moment: 'tip', purpose: 'relationship' },
    reserved: { attempt: 'a', at: T0 - HOUR, until: T0 - HOUR + 60_000, channel: 'email' },
  });

describe('the gate', () => {
  it('is clear for someone at ease, by the first channel that reaches them', () => {
    expect(verdict(ada())).toEqual({ outcome: 'clear', reason: 'clear', channel: 'email' });
  });

  it('prefers the channel that the customer prefers, if the moment has it', () => {
    const state = ada({ attributes: { email: attribute('a@example.com'), preferredChannel: attribute('inbox') } });
    expect(verdict(state)).toMatchObject({ channel: 'inbox' });
  });

  it.each([
    ['control arm', { about: { control: true } }, {}, { outcome: 'control', reason: 'holdout' }],
    ['account closed', {}, { closedAt: T0 }, { outcome: 'suppressed', reason: 'account-closed' }],
    ['overtaken', { about: { overtaken: true } }, {}, { outcome: 'suppressed', reason: 'overtaken' }],
    ['moment not in the catalogue', { about: { moment: 'gone' } }, {}, { outcome: 'held', reason: 'moment-retired' }],
    ['journey paused', { paused: ['hello'] }, {}, { outcome: 'held', reason: 'journey-paused', until: T0 + HOUR / 4 }],
    [
      'paused by the customer',
      {},
      { paused: { until: T0 + DAY, at: T0 } },
      { outcome: 'held', reason: 'paused-by-customer', until: T0 + DAY },
    ],
    [
      'an open incident',
      {},
      { incidents: trouble },
      { outcome: 'held', reason: 'open-incident', until: T0 + 10 * DAY },
    ],
    ['a negative mood', {}, { mood: angry }, { outcome: 'held', reason: 'negative-sentiment', until: T0 + DAY }],
    ['an incident before mood', {}, { mood: angry, incidents: trouble }, { reason: 'open-incident' }],
    [
      'a mute',
      {},
      { enrolments: { n2: running('repair') } },
      { outcome: 'held', reason: 'muted-by:repair', until: T0 + 3 * DAY },
    ],
    ['a gap', {}, { decisions: [sent(T0 - HOUR)] }, { outcome: 'held', reason: 'gap', until: T0 + 19 * HOUR }],
    [
      'a full cap',
      {},
      { decisions: [1, 2, 3].map((ago) => sent(T0 - ago * DAY)) },
      { outcome: 'held', reason: 'frequency-cap', until: T0 + 4 * DAY },
    ],
    [
      'a busy channel',
      { about: { busyUntil: T0 + 60_000 } },
      {},
      { outcome: 'held', reason: 'channel-busy', until: T0 + 60_000 },
    ],
  ])('answers %s', (_title, how, state, expected) => {
    expect(verdict(ada(state), how)).toMatchObject(expected);
  });

  it('does not count what the control arm mutes, nor its own lapsed reservation', () => {
    expect(verdict(ada({ enrolments: { n2: running('repair', { control: true }) } }))).toMatchObject({
      outcome: 'clear',
    });
    expect(verdict(ada({ enrolments: { n1: sending(1) } }))).toMatchObject({ outcome: 'clear' });
  });

  it('counts what may have reached the customer: reserved and unknown too, and an earlier turn of its own step', () => {
    expect(verdict(ada({ enrolments: { n0: sending(1) } }))).toMatchObject({ reason: 'gap' });
    expect(verdict(ada({ decisions: [sent(T0 - HOUR, { outcome: 'unknown' })] }))).toMatchObject({ reason: 'gap' });
    const turn = sent(T0 - HOUR, { enrolment: 'n1', step: 'send-welcome', visit: 0 });
    expect(verdict(ada({ decisions: [turn] }))).toMatchObject({ reason: 'gap' });
    const failed = [sent(T0 - HOUR, { outcome: 'failed' })];
    expect(verdict(ada({ decisions: failed }))).toMatchObject({ outcome: 'clear' });
  });

  it.each([
    ['no address', { attributes: {} }, 'no-channel'],
    ['a bounce', { unreachable: { email: { why: 'bounced' as const, at: T0 } } }, 'bounced'],
    ['a complaint', { unreachable: { email: { why: 'complained' as const, at: T0 } } }, 'complained'],
    ['a channel withdrawn', { consent: { 'channel:email': { choice: 'withdrawn' as const, at: T0 } } }, 'unsubscribed'],
    ['a topic withdrawn', { consent: { 'topic:tips': { choice: 'withdrawn' as const, at: T0 } } }, 'unsubscribed'],
  ])('suppresses after %s when no other channel is left', (_title, state, reason) => {
    const moments = { welcome: moment('welcome', { channels: ['email'] }) };
    expect(verdict(ada(state), { moments })).toEqual({ outcome: 'suppressed', reason });
  });

  it('lets transactional and care pass a withdrawn topic, a pause, gap, caps and mutes, but no bounce', () => {
    const state = ada({
      consent: { 'topic:tips': { choice: 'withdrawn', at: T0 } },
      paused: { until: T0 + DAY, at: T0 },
      decisions: [1, 2, 3].map((ago) => sent(T0 - ago * HOUR)),
      enrolments: { n2: running('repair') },
    });
    for (const purpose of ['transactional', 'care'] as const) {
      const moments = { welcome: moment('welcome', { purpose, channels: ['email'] }) };
      expect(verdict(state, { moments })).toMatchObject({ outcome: 'clear' });
      const bounced = { ...state, unreachable: { email: { why: 'bounced' as const, at: T0 } } };
      expect(verdict(bounced, { moments })).toMatchObject({ reason: 'bounced' });
    }
  });

  it('wants a granted topic before anything promotional', () => {
    const moments = { welcome: moment('welcome', { purpose: 'promotional', topic: 'offers' }) };
    expect(verdict(ada(), { moments })).toMatchObject({ reason: 'unsubscribed' });
    const consent = { 'topic:offers': { choice: 'granted' as const, at: T0 } };
    expect(verdict(ada({ consent }), { moments })).toMatchObject({ outcome: 'clear' });
  });

  it('does not use what the customer did not share, unless the moment says why', () => {
    const state = ada({ attributes: { email: attribute('a@example.com'), segment: attribute('runner', 'inferred') } });
    const moments = { welcome: moment('welcome', { attributes: ['segment'] }) };
    expect(verdict(state, { moments })).toEqual({ outcome: 'suppressed', reason: 'data-not-shared' });
    const explained = { welcome: moment('welcome', { attributes: ['segment'], uses: { segment: 'asked for it' } }) };
    expect(verdict(state, { moments: explained })).toMatchObject({ outcome: 'clear' });
  });

  it('replaces, escalates or skips where the moment says so', () => {
    const state = ada({ mood: angry });
    const of = (whenNegative: 'skip' | { instead: string } | { person: string }) =>
      verdict(state, { moments: { welcome: moment('welcome', { whenNegative }) } });
    expect(of('skip')).toEqual({ outcome: 'suppressed', reason: 'negative-sentiment' });
    expect(of({ instead: 'tip' })).toEqual({ outcome: 'replaced', reason: 'negative-sentiment', instead: 'tip' });
    expect(of({ person: 'call' })).toEqual({ outcome: 'escalated', reason: 'negative-sentiment', instead: 'call' });
  });

  it('doubles the time between asks while a journey is paused, up to a day, whatever it was held for before', () => {
    const until = (ago: number) => {
      const held = { reason: 'journey-paused', since: T0 - ago };
      const found = verdict(ada(), { about: { since: T0 - 9 * DAY, held }, paused: ['hello'] });
      return found.outcome === 'held' ? (found.until - T0) / HOUR : undefined;
    };
    expect([0, HOUR / 4, HOUR, 8 * HOUR, 23 * HOUR].map(until)).toEqual([0.25, 0.25, 1, 8, 23]);
    const held = { reason: 'open-incident', since: T0 - 3 * DAY };
    expect(verdict(ada(), { about: { since: T0 - 3 * DAY, held }, paused: ['hello'] })).toMatchObject({
      reason: 'journey-paused',
      until: T0 + HOUR / 4,
    });
  });

  it('asks for a moment that left the catalogue for 15 minutes, also after a long hold, and never what is overtaken', () => {
    const gone = { moment: 'gone', since: T0 - 3 * DAY };
    const before = { reason: 'open-incident', since: T0 - 3 * DAY };
    expect(verdict(ada(), { about: { ...gone, held: before } })).toMatchObject({ outcome: 'held' });
    const held = (ago: number) => ({ about: { ...gone, held: { reason: 'moment-retired', since: T0 - ago } } });
    expect(verdict(ada(), held(HOUR / 4 - 1))).toMatchObject({ outcome: 'held', until: T0 + 1 });
    expect(verdict(ada(), held(HOUR / 4))).toEqual({ outcome: 'suppressed', reason: 'moment-retired' });
    expect(verdict(ada(), { about: { ...gone, overtaken: true } })).toMatchObject({ reason: 'overtaken' });
  });

  it('gives up with the reason it was held for when patience is over', () => {
    const about = { since: T0 - 10 * DAY };
    expect(verdict(ada({ incidents: trouble }), { about })).toEqual({
      outcome: 'suppressed',
      reason: 'patience:open-incident',
    });
  });

  it('never waits beyond its patience', () => {
    const moments = { welcome: moment('welcome', { patience: 3600 }) };
    expect(verdict(ada({ incidents: trouble }), { moments })).toMatchObject({ until: T0 + HOUR });
  });
});

describe('quiet hours', () => {
  const night = Date.parse('2026-03-02T23:00:00Z');

  it('hold until they end in the customer’s zone, spread so that the backlog is not one burst', () => {
    const ends = Date.parse('2026-03-03T08:00:00Z');
    const until = Array.from({ length: 40 }, (_, one) =>
      verdict({ ...ada(), id: `c${one}` }, { now: night, about: { since: night } }),
    ).map((found) => (found.outcome === 'held' ? found.until - ends : Number.NaN));
    expect(Math.min(...until)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...until)).toBeLessThan(policy.quietHours!.spread * 1000);
    expect(new Set(until).size).toBeGreaterThan(30);
  });

  it('are those of the customer’s own zone', () => {
    const state = ada({ attributes: { email: attribute('a@example.com'), zone: attribute('America/Los_Angeles') } });
    expect(verdict(state, { now: night, about: { since: night } })).toMatchObject({ outcome: 'clear' });
  });

  it('end at eight by the clock also when it changes that night', () => {
    const state = ada({ attributes: { email: attribute('a@example.com'), zone: attribute('Europe/Berlin') } });
    const before = Date.parse('2026-03-28T22:30:00Z');
    const found = verdict(state, { now: before, about: { since: before } });
    const eight = Date.parse('2026-03-29T08:00:00+02:00');
    expect(found.outcome === 'held' && found.until >= eight && found.until < eight + 45 * 60_000).toBe(true);
  });

  it('do not hold a moment that ignores them', () => {
    const moments = { welcome: moment('welcome', { purpose: 'care', quietHours: 'ignore' }) };
    expect(verdict(ada(), { now: night, moments, about: { since: night } })).toMatchObject({ outcome: 'clear' });
  });

  it('give way to a send window, on the days it names', () => {
    const window = { from: '09:00', to: '18:00', days: ['thu' as const] };
    const moments = { welcome: moment('welcome', { window }) };
    const found = verdict(ada(), { moments });
    const thursday = Date.parse('2026-03-05T09:00:00Z');
    expect(found).toMatchObject({ outcome: 'held', reason: 'window' });
    expect(found.outcome === 'held' && found.until >= thursday && found.until < thursday + 45 * 60_000).toBe(true);
  });
});
