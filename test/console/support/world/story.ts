import type { Story } from '../../../../functions/api/contract/customers.ts';
import { lines } from './lines.ts';
import { people } from './people.ts';
import { at, NOW } from './time.ts';

const points = Array.from({ length: 41 }, (_, index) => {
  const day = index / 2 - 20;
  const value = day < -6 ? 0 : day < -2 ? 0.38 * 0.85 ** (day + 6) : -0.62 * 0.88 ** (day + 2);
  return { at: at(day), score: Math.round(value * 1000) / 1000 };
});

export const storyOf = (customer: string): Story => {
  const name = people.find((one) => one.customer === customer)?.name;
  return {
    customer,
    ids: [customer, `${customer}-web`],
    ...(name === undefined ? {} : { name }),
    asOf: NOW,
    zone: 'America/New_York',
    locale: 'en',
    firstSeenAt: at(-420),
    lastHeardAt: at(-2, 14, 12),
    tenureDays: 420,
    mood: {
      word: 'negative',
      score: -0.48,
      until: at(2, 6),
      evidence: [],
      points,
      negative: -0.25,
      positive: 0.25,
      moves: [
        {
          at: at(-2, 14, 12),
          happenedAt: at(-2, 14, 12),
          before: 0.2,
          after: -0.62,
          because: ['you opened a ticket, and sounded upset'],
        },
        { at: at(-6, 7, 58), happenedAt: at(-6, 7, 58), before: 0, after: 0.38, because: ['you gave us a 9 of 10'] },
      ],
    },
    themes: [
      {
        theme: 'export',
        at: at(-9),
        event: 'feedback.received',
        quote: 'An export to CSV would help me.',
        isNoted: false,
      },
    ],
    themesKnown: ['export', 'dark-theme'],
    promises: [
      {
        promise: 'e1/send-ticket-received/1',
        moment: 'ticket-received',
        title: 'We have your question',
        madeAt: at(0, 6),
        due: at(1, 6),
        status: 'made',
        at: at(0, 6),
      },
      {
        promise: 'e0/send-ticket-received/1',
        moment: 'ticket-received',
        title: 'We have your question',
        madeAt: at(-5),
        due: at(-4),
        status: 'kept-late',
        at: at(-3),
        event: 'support.ticket_resolved',
      },
    ],
    known: [
      {
        name: 'firstName',
        value: name ?? 'Ada',
        provenance: 'stated',
        event: 'account.created',
        at: at(-420),
        isSensitive: false,
      },
      {
        name: 'email',
        value: 'ada@analytical.example',
        provenance: 'stated',
        event: 'account.created',
        at: at(-420),
        isSensitive: false,
      },
      {
        name: 'plan',
        value: 'Team',
        provenance: 'observed',
        event: 'subscription.changed',
        at: at(-90),
        since: at(-200),
        isSensitive: false,
      },
      { name: 'inMourning', value: true, provenance: 'stated', event: 'ticket.opened', at: at(-2), isSensitive: true },
    ],
    answers: [{ scale: 'nps', score: 9, at: at(-6) }],
    preferences: {
      topics: [
        { topic: 'product-tips', title: 'Product tips', isOn: true, choice: 'granted', at: at(-100) },
        { topic: 'offers', title: 'Offers', isOn: false, choice: 'withdrawn', at: at(-50) },
        { topic: 'surveys', title: 'Surveys', isOn: true },
      ],
      channels: [
        { channel: 'email', title: 'Email', address: 'ada@analytical.example' },
        {
          channel: 'sms',
          title: 'Text message',
          choice: 'withdrawn',
          at: at(-40),
          unreachable: 'bounced',
          address: '+44 20 7946 0001',
        },
      ],
    },
    incidents: [{ kind: 'ticket', id: 't1 <b>bold</b>', openedAt: at(-2, 14, 12), endsAt: at(28, 14, 12) }],
    enrolments: [
      {
        enrolment: 'e1',
        journey: 'renewal',
        title: 'Renewal',
        per: 'sub-77',
        startedAt: at(-9),
        isLeaving: false,
        arms: { renewal: 'treated' },
        step: {
          step: 'recap',
          doing: 'held',
          moment: 'value-recap',
          reason: 'open-incident',
          because: 'You have an open request with us.',
          due: at(1, 9),
        },
      },
      {
        enrolment: 'e2',
        journey: 'onboarding',
        title: 'Onboarding',
        startedAt: at(-20),
        isLeaving: false,
        arms: { onboarding: 'control' },
        step: { step: 'wait-a-week', doing: 'waiting', due: at(3, 9) },
      },
    ],
    next: [
      {
        at: at(1, 9),
        journey: 'renewal',
        title: 'Renewal',
        step: 'recap',
        says: 'what you got out of this year, if the ticket is closed by then',
      },
      { at: at(3, 9), journey: 'onboarding', title: 'Onboarding', step: 'wait-a-week', says: 'the wait is over' },
    ],
    notes: [
      {
        id: 'n1',
        at: at(-1, 16),
        by: { id: 'sam', name: 'Sam' },
        text: 'Called. Prefers to be called after five.\n<script>alert(1)</script>',
      },
    ],
    timeline: lines,
    older: 'more',
  };
};
