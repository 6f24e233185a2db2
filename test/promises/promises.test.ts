import { describe, expect, it } from 'vitest';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import { checkPromises, type Line } from './promises.ts';
import { readPromises } from './read.ts';

const promised = readPromises('workflows');

const MORNING = Date.parse('2026-07-06T09:00:00Z');
const time = (hours: number) => new Date(MORNING + hours * HOUR).toISOString();

let ids = 0;
const event = (hours: number, type: string, detail: object = {}): string =>
  JSON.stringify({
    id: `e${++ids}`,
    source: 's',
    'detail-type': type,
    time: time(hours),
    detail: { customerId: 'ada', ...detail },
  });

const signUp = (more: object = {}) =>
  event(-48, 'customer.signed_up', { email: 'a@example.com', zone: 'Europe/London', ...more });

const sentLine = (hours: number, moment: string, more: object = {}): Line => {
  const journey =
    moment === 'apology' ? 'service-recovery' : moment === 'ticket-received' ? 'first-support' : 'onboarding';
  const purpose = promised.moments[moment]?.purpose ?? promised.journeys[journey]?.purpose;
  const place = { journey, enrolment: 'n1', step: `send-${moment}`, moment, purpose };
  return {
    at: time(hours),
    kind: 'decision',
    customer: 'ada',
    ...place,
    outcome: 'sent',
    reason: 'clear',
    channel: 'email',
    because: 'You asked.',
    ...more,
  };
};

const entered = (hours: number, journey: string, arm = 'treated'): Line[] => [
  { at: time(hours), kind: 'entered', customer: 'ada', journey, enrolment: journey, arms: { [journey]: arm } },
];
const ended = (hours: number, journey: string): Line => ({
  at: time(hours),
  kind: 'ended',
  customer: 'ada',
  journey,
  enrolment: journey,
});
const signal = (hours: number, value: number): Line => ({
  at: time(hours),
  kind: 'signal',
  customer: 'ada',
  event: 'feedback.received',
  value,
  weight: 1,
});

const broken = (events: string[], journal: Line[]): string[] =>
  checkPromises(promised, events, journal).violations.map(({ line, what }) => `${line} ${what.replace(/^ada: /, '')}`);

describe('a check of promises', () => {
  it('finds nothing in what is right', () => {
    expect(
      broken(
        [signUp()],
        [sentLine(0, 'welcome'), sentLine(24, 'tip-solo'), sentLine(1, 'apology'), sentLine(2, 'ticket-received')],
      ),
    ).toEqual([]);
  });

  it.each<[string, string[], Line[]]>([
    [
      '2 tip-solo at send-tip-solo of onboarding went out within the gap',
      [signUp()],
      [sentLine(0, 'welcome'), sentLine(19, 'tip-solo')],
    ],
    [
      '4 tip-team at send-tip-team of onboarding went out over the cap of relationship',
      [signUp()],
      [sentLine(0, 'welcome'), sentLine(24, 'tip-solo'), sentLine(48, 'tip-first-step'), sentLine(72, 'tip-team')],
    ],
    [
      '2 here-to-help at two of onboarding went out over the cap of the moment',
      [signUp()],
      [sentLine(0, 'here-to-help'), sentLine(24 * 29, 'here-to-help', { step: 'two' })],
    ],
    [
      '1 welcome at send-welcome of onboarding went out in quiet hours',
      [signUp({ zone: 'Asia/Tokyo' })],
      [sentLine(6, 'welcome')],
    ],
    [
      '1 welcome at send-welcome of onboarding went out in quiet hours',
      [signUp({ zone: 'America/New_York' }), event(-1, 'customer.details_changed', { zone: null })],
      [sentLine(13, 'welcome')],
    ],
    [
      '1 welcome at send-welcome of onboarding went out during an open incident',
      [signUp(), event(-1, 'support.ticket_opened', { ticketId: 't1', subject: 's' })],
      [sentLine(0, 'welcome')],
    ],
    [
      '2 welcome at send-welcome of onboarding went out in a negative mood',
      [signUp()],
      [signal(-3, -0.5), sentLine(0, 'welcome')],
    ],
    [
      '3 welcome at send-welcome of onboarding went out in a negative mood',
      [signUp()],
      [signal(-60, -0.7), signal(-59, 1), sentLine(0, 'welcome')],
    ],
    [
      '1 welcome at send-welcome of onboarding went out on a withdrawn topic',
      [signUp(), event(-1, 'customer.preference_changed', { topic: 'getting-started', choice: 'withdrawn' })],
      [sentLine(0, 'welcome')],
    ],
    [
      '1 apology at send-apology of service-recovery went out by email, which was withdrawn',
      [signUp(), event(-1, 'customer.channel_changed', { channel: 'email', choice: 'withdrawn' })],
      [sentLine(0, 'apology')],
    ],
    [
      '1 apology at send-apology of service-recovery went out by email, which failed or was complained about',
      [signUp(), event(-1, 'message.bounced', { channel: 'email' })],
      [sentLine(0, 'apology')],
    ],
    [
      '1 welcome at send-welcome of onboarding went out without an address',
      [signUp({ email: null })],
      [sentLine(0, 'welcome')],
    ],
    [
      '1 welcome at send-welcome of onboarding went out during a pause',
      [signUp(), event(-1, 'customer.paused', { until: time(9) })],
      [sentLine(0, 'welcome')],
    ],
    [
      '1 welcome at send-welcome of onboarding went out after the account was closed',
      [signUp(), event(-1, 'customer.closed_account')],
      [sentLine(0, 'welcome')],
    ],
    [
      '2 welcome at send-welcome of onboarding went out muted by service-recovery',
      [signUp()],
      [...entered(-1, 'service-recovery'), sentLine(0, 'welcome'), ended(1, 'service-recovery')],
    ],
    [
      '2 welcome at send-welcome of onboarding went out to the control arm',
      [signUp()],
      [
        ...entered(-1, 'onboarding', 'control'),
        sentLine(0, 'welcome', { enrolment: 'onboarding' }),
        ended(1, 'onboarding'),
      ],
    ],
    [
      '2 apology at send-apology of service-recovery: sent after sent',
      [signUp()],
      [sentLine(0, 'apology'), sentLine(1, 'apology')],
    ],
    ['1 welcome at send-welcome of onboarding: no because', [signUp()], [sentLine(0, 'welcome', { because: '' })]],
    [
      '1 welcome at send-welcome of onboarding: sent as care',
      [signUp()],
      [sentLine(0, 'welcome', { purpose: 'care' })],
    ],
    ['1 n1/send-welcome was held and never decided', [signUp()], [sentLine(0, 'welcome', { outcome: 'held' })]],
    [
      '2 welcome at send-welcome of onboarding: held beyond its patience',
      [signUp()],
      [sentLine(0, 'welcome', { outcome: 'held' }), sentLine(241, 'welcome', { outcome: 'suppressed' })],
    ],
    ['1 onboarding never ended', [signUp()], entered(0, 'onboarding')],
    [
      '1 entered onboarding after the account was closed',
      [signUp(), event(-1, 'customer.closed_account')],
      [...entered(0, 'onboarding'), ended(1, 'onboarding')],
    ],
  ])('finds: %s', (expected, events, journal) => {
    expect(broken(events, journal)).toContain(expected);
  });

  it('counts what an unknown message may have been, and not what a person was given to do', () => {
    const unknown = sentLine(0, 'welcome', { outcome: 'unknown' });
    expect(broken([signUp()], [unknown, sentLine(3, 'tip-solo')])).toHaveLength(1);
    const task = sentLine(0, 'onboarding-call', { channel: 'agent', enrolment: 'n2' });
    expect(broken([signUp()], [task, sentLine(1, 'tip-solo')])).toEqual([]);
  });

  it('takes an event for what the journal says it was: not one that was refused, nor one that came late', () => {
    const ticket = event(-1, 'support.ticket_opened', { ticketId: 't1', subject: 's' });
    const { id } = JSON.parse(ticket) as { id: string };
    const refused: Line = { at: time(-1), kind: 'rejected', customer: 'ada', reason: 'schema', id };
    expect(broken([signUp(), ticket], [refused, sentLine(0, 'welcome')])).toEqual([]);
    const late = event(-2, 'support.ticket_opened', { ticketId: 't1', subject: 's' });
    expect(broken([signUp(), event(1, 'purchase.made'), late], [sentLine(0, 'welcome')])).toEqual([]);
  });

  it('takes no word of messages to somebody of whom nothing else was said', () => {
    const bounced = event(-1, 'message.bounced', { channel: 'email' });
    expect(broken([bounced, signUp()], [sentLine(0, 'apology')])).toEqual([]);
    expect(broken([signUp(), bounced], [sentLine(0, 'apology')])).toHaveLength(1);
  });
});
