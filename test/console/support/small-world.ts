import { readFileSync } from 'node:fs';
import type { CustomerSummary, Story, StoryLine } from '../../../functions/api/contract/customers.ts';
import type { Figures, Resting } from '../../../functions/api/contract/figures.ts';
import type { Me } from '../../../functions/api/contract/me.ts';
import type { Overview } from '../../../functions/api/contract/overview.ts';
import { PATHS, type RouteName } from '../../../functions/api/contract/paths.ts';
import type { Role } from '../../../functions/api/contract/roles.ts';
import type { Task } from '../../../functions/api/contract/work.ts';
import { MAY, mayAsk, SAYS } from '../../../functions/api/roles.ts';
import type { Fakes } from './fake-api.ts';

export const NOW = '2026-03-12T10:24:00.000Z';

/** Names that people have, and that others make up: markup, the other direction, faces, and no end. */
export const HOSTILE = [
  '<img src=x onerror="document.title=\'broken\'">',
  '\u202Eneddih si siht\u202C שרה כהן',
  '👩🏽‍🚀 Zoë ✨ O’Brien',
  `Anna${'lena'.repeat(60)}`,
  '{{7*7}} ${name} </script>',
];

const at = (days: number, hour = 9, minute = 0): string =>
  new Date(Date.parse(NOW) + days * 86_400_000 + (hour - 10) * 3_600_000 + (minute - 24) * 60_000).toISOString();

export const figures = (more: Partial<Figures> = {}): Figures => ({
  entered: 0,
  control: 0,
  sent: 0,
  held: 0,
  heldFor: {},
  suppressed: 0,
  suppressedFor: {},
  toPerson: 0,
  gestures: 0,
  withheld: 0,
  failed: 0,
  heard: 0,
  silent: 0,
  goals: 0,
  ended: 0,
  ...more,
});

export const resting = (more: Partial<Resting> = {}): Resting => ({
  waiting: 0,
  held: 0,
  heldFor: {},
  listening: 0,
  ...more,
});

export const meAs = (role: Role): Me => ({
  user: { id: 'you', name: 'You' },
  roles: [role],
  stage: 'local',
  isLocal: true,
  isKept: false,
  canAdvanceClock: true,
  canSendEvents: true,
  may: (Object.keys(PATHS) as RouteName[]).filter((name) => mayAsk([role], name)),
  version: 7,
  zone: 'Europe/London',
  now: NOW,
});

export const overview: Overview = {
  now: NOW,
  zone: 'Europe/London',
  day: '2026-03-12',
  weekFrom: '2026-03-06',
  customers: 1284,
  running: 412,
  tasks: 9,
  resting: resting({ waiting: 301, held: 38, heldFor: { 'open-incident': 21, 'quiet-hours': 17 }, listening: 73 }),
  today: figures({
    entered: 14,
    sent: 57,
    held: 12,
    heldFor: { 'quiet-hours': 8 },
    suppressed: 3,
    suppressedFor: { gap: 3 },
    toPerson: 2,
    goals: 5,
  }),
  week: figures({
    entered: 96,
    control: 9,
    sent: 431,
    held: 120,
    heldFor: { 'quiet-hours': 71, 'open-incident': 34 },
    suppressed: 44,
    suppressedFor: { 'negative-sentiment': 31, gap: 13 },
    toPerson: 9,
    gestures: 4,
    failed: 1,
    heard: 62,
    goals: 37,
    ended: 80,
  }),
  journeys: [
    {
      journey: 'onboarding',
      title: 'Onboarding',
      isPaused: false,
      running: 220,
      resting: resting({ waiting: 190, held: 12, heldFor: { 'quiet-hours': 12 }, listening: 18 }),
      today: figures(),
      week: figures({ sent: 200 }),
    },
    {
      journey: 'renewal',
      title: 'Renewal',
      isPaused: true,
      running: 120,
      resting: resting({
        waiting: 90,
        held: 20,
        heldFor: { 'open-incident': 19, 'muted-by:service-recovery': 1 },
        listening: 10,
      }),
      today: figures(),
      week: figures({ sent: 150 }),
    },
    {
      journey: 'service-recovery',
      title: 'Service recovery',
      isPaused: false,
      running: 72,
      resting: resting({ waiting: 21, held: 6, heldFor: { 'frequency-cap': 6 }, listening: 45 }),
      today: figures(),
      week: figures({ sent: 81 }),
    },
  ],
  rejected: { 'unknown-type': 3 },
  alarms: [
    {
      kind: 'journey-paused',
      says: 'Renewal is paused: 120 people keep their place until it goes on.',
      journey: 'renewal',
    },
    { kind: 'rejects', says: '3 events were not taken: their type is not in events.yaml.', count: 3 },
  ],
};

const MOODS = ['negative', 'neutral', 'positive'] as const;

export const people: CustomerSummary[] = [
  {
    customer: 'ada',
    name: 'Ada Lovelace',
    email: 'ada@analytical.example',
    mood: 'negative',
    journeys: [{ journey: 'renewal', title: 'Renewal' }],
    openIncidents: 1,
    changedAt: at(0, 9),
  },
  {
    customer: 'c-2',
    name: 'Grace',
    email: 'grace@example.com',
    phone: '+44 20 7946 0000',
    mood: 'positive',
    journeys: [],
    openIncidents: 0,
    changedAt: at(-3),
  },
  ...HOSTILE.map(
    (name, index): CustomerSummary => ({
      customer: `odd/${index}?${name.slice(0, 20)}`,
      name,
      mood: MOODS[index % 3] ?? 'neutral',
      journeys: [{ journey: 'onboarding', title: 'Onboarding' }],
      openIncidents: index % 2,
      changedAt: at(-index),
    }),
  ),
];

const decision = (more: Record<string, unknown>) => ({
  kind: 'decision' as const,
  customer: 'ada',
  journey: 'renewal',
  enrolment: 'e1',
  step: 'recap',
  visit: 1,
  moment: 'value-recap',
  purpose: 'relationship' as const,
  because: '',
  ...more,
});

const lines: StoryLine[] = [
  {
    at: at(0, 9, 5),
    tone: 'held',
    title: 'Held: what you got out of this year',
    reason: 'a ticket is open',
    because: 'You have an open request with us, and that comes first.',
    until: at(1, 9),
    entry: { ...decision({ outcome: 'held', reason: 'open-incident' }), at: at(0, 9, 5) } as StoryLine['entry'],
    grounds: {
      rested: [
        'Ticket t1 is open since Tue 10 Mar, 14:12.',
        'The policy holds relationship messages while a ticket is open.',
      ],
      otherwise: [
        'If the ticket were closed, it would have gone out at once.',
        'If its purpose were care, it would have gone out.',
      ],
    },
  },
  {
    at: at(-1, 15, 40),
    tone: 'person',
    title: 'A colleague was asked to call',
    reason: 'their mood is negative',
    because: 'We would rather talk to you in person.',
    entry: {
      ...decision({ outcome: 'sent', reason: 'clear', channel: 'agent', moment: 'recovery-call' }),
      at: at(-1, 15, 40),
    } as StoryLine['entry'],
    grounds: { rested: ['Nothing stood against it.'], otherwise: [] },
  },
  {
    at: at(-2, 14, 12),
    tone: 'bad',
    title: 'A bad sign (-0.80)',
    reason: 'You opened a ticket: “the import has lost my data, again”',
    entry: {
      kind: 'signal',
      customer: 'ada',
      at: at(-2, 14, 12),
      event: 'ticket.opened',
      value: -0.8,
      weight: 1,
      because: 'you opened a ticket',
    },
  },
  {
    at: at(-6, 8, 1),
    tone: 'sent',
    title: 'Sent: a tip for your team, by email',
    because: 'You asked for product tips.',
    entry: {
      ...decision({ outcome: 'sent', reason: 'clear', channel: 'email', moment: 'tip-team', step: 'tip' }),
      at: at(-6, 8, 1),
    } as StoryLine['entry'],
    grounds: { rested: ['Nothing stood against it.'], otherwise: [] },
    message: {
      id: 'm1',
      at: at(-6, 8, 1),
      journey: 'onboarding',
      step: 'tip',
      moment: 'tip-team',
      purpose: 'relationship',
      channel: 'email',
      to: 'ada@analytical.example',
      subject: 'Three people, one workspace',
      text: 'Dear Ada,\n\ninvite them from the menu at the top right. It takes a minute.\n\nYours, the team',
      headers: {},
    },
  },
  {
    at: at(-6, 7, 58),
    tone: 'good',
    title: 'A good sign (+0.40)',
    reason: 'You gave us a 9 of 10',
    entry: {
      kind: 'signal',
      customer: 'ada',
      at: at(-6, 7, 58),
      event: 'survey.answered',
      value: 0.4,
      weight: 1,
      because: 'you gave us a 9',
    },
  },
  {
    at: at(-20, 9),
    tone: 'plain',
    title: 'Entered Onboarding',
    reason: 'after account.created',
    entry: {
      kind: 'entered',
      customer: 'ada',
      at: at(-20, 9),
      journey: 'onboarding',
      enrolment: 'e0',
      event: 'account.created',
      arms: {},
    },
  },
];

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
        { topic: 'product-tips', title: 'Product tips', choice: 'granted', at: at(-100) },
        { topic: 'offers', title: 'Offers', choice: 'withdrawn', at: at(-50) },
        { topic: 'surveys', title: 'Surveys' },
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

export const tasks: Task[] = [
  {
    id: 'k1',
    at: at(-1, 15, 40),
    customer: 'ada',
    name: 'Ada Lovelace',
    zone: 'America/New_York',
    journey: 'service-recovery',
    title: 'Service recovery',
    step: 'call',
    moment: 'recovery-call',
    subject: 'Call Ada: the import lost her data twice',
    text: 'She opened ticket t1 on Tuesday. Say sorry first; ask whether the restored data is complete.',
    because: 'their mood is negative, and a ticket is open',
    mood: 'negative',
    moodScore: -0.48,
    openIncidents: 1,
    tenureDays: 420,
  },
  {
    id: 'k2',
    at: at(-3, 9),
    customer: 'c-2',
    name: 'Grace',
    journey: 'renewal',
    title: 'Renewal',
    step: 'call',
    moment: 'renewal-call',
    subject: 'Ask Grace what she would miss',
    text: 'Her subscription ends in 20 days.',
    mood: 'positive',
    moodScore: 0.3,
    openIncidents: 0,
  },
  ...HOSTILE.map(
    (name, index): Task => ({
      id: `odd${index}`,
      at: at(-index),
      customer: `odd/${index}?${name.slice(0, 20)}`,
      name,
      journey: 'onboarding',
      title: 'Onboarding',
      step: 'call',
      moment: 'onboarding-call',
      subject: `Call ${name}`,
      text: `Ask ${name} how it goes.`,
    }),
  ),
];

const days = Array.from({ length: 14 }, (_, index) => {
  const people = [64, 41, 0, 0, 38, 52, 17, 9, 22, 0, 0, 31, 12, 8][index] ?? 0;
  return {
    day: at(index).slice(0, 10),
    total: people,
    items:
      people === 0
        ? []
        : [
            {
              journey: 'onboarding',
              title: 'Onboarding',
              step: 'wait-a-week',
              doing: 'waiting' as const,
              moments: ['tip-team', 'tip-solo'],
              people: Math.ceil(people / 2),
            },
            {
              journey: 'renewal',
              title: 'Renewal',
              step: 'recap',
              doing: 'held' as const,
              moments: ['value-recap'],
              people: Math.floor(people / 3),
            },
            {
              journey: 'service-recovery',
              title: 'Service recovery',
              step: 'answer',
              doing: 'listening' as const,
              moments: [],
              people: Math.max(0, people - Math.ceil(people / 2) - Math.floor(people / 3)),
            },
          ],
  };
});

const POLICY = readFileSync('workflows/policy.yaml', 'utf8');

/** A stage with people in every state, some of them with names that break pages. Fresh for each test. */
export const smallWorld = (role: Role = 'admin'): Fakes => {
  let policy = { path: 'policy.yaml', text: POLICY, etag: 'e1' };
  return {
    me: () => meAs(role),
    overview: () => overview,
    upcoming: () => ({ zone: 'Europe/London', items: days }),
    searchCustomers: ({ query: { q, after } }) => ({
      items: after
        ? []
        : people.filter(({ name, customer }) => `${name} ${customer}`.toLowerCase().includes((q ?? '').toLowerCase())),
    }),
    readCustomer: ({ params: { customer } }) => storyOf(customer),
    addNote: ({ body: { text } }) => ({ id: 'n2', at: NOW, by: { id: 'you', name: 'You' }, text }),
    setPreferences: ({ params: { customer } }) => storyOf(customer).preferences,
    eraseCustomer: () => ({ says: 'Everything about them is being erased.' }),
    listTasks: () => ({ items: tasks }),
    listRejects: () => ({
      items: [
        {
          place: 'rejects',
          at: at(0, 8),
          reason: 'unknown-type',
          message: 'The event "order.shiped" is not in events.yaml. Did you mean order.shipped?',
          event: 'order.shiped',
          id: 'ev-1',
          customer: HOSTILE[0] ?? '',
        },
        {
          place: 'rejects',
          at: at(-1, 8),
          reason: 'schema',
          message: 'rating is "five" and should be a number.',
          event: 'survey.answered',
          id: 'ev-2',
          customer: 'ada',
        },
      ],
      byReason: { 'unknown-type': 3, schema: 1 },
    }),
    redriveRejects: ({ body: { place, discard } }) => ({
      place,
      putBack: discard ? 0 : 3,
      discarded: discard ? 3 : 0,
      isMore: false,
      says: discard ? '3 events were discarded.' : '3 events were put back.',
    }),
    listAudit: () => ({
      items: [
        {
          id: 'a1',
          at: at(0, 9),
          who: { name: 'sam@acme.example', vouched: 'sign-in' },
          right: 'publisher',
          act: 'publishDraft',
          subject: { kind: 'draft', id: 'workflows' },
          given: { note: HOSTILE[2] },
          before: { version: 6 },
          after: { version: 7 },
          outcome: 'done',
        },
        {
          id: 'a2',
          at: at(-1, 9),
          who: { name: HOSTILE[1] ?? '', vouched: 'nobody' },
          right: 'admin',
          act: 'pauseJourney',
          subject: { kind: 'journey', id: 'renewal' },
          outcome: 'done',
        },
        {
          id: 'a3',
          at: at(-2, 9),
          who: { name: 'kim@acme.example', vouched: 'iam' },
          right: 'viewer',
          act: 'eraseCustomer',
          subject: { kind: 'customer', id: '9f31c0' },
          outcome: 'refused',
        },
      ],
    }),
    settings: () => ({
      stage: 'local',
      isLocal: true,
      isKept: false,
      version: 7,
      catalogue: { version: '9f31c0ab', pace: 1, journeys: 4, moments: 35, events: 24 },
      zone: 'Europe/London',
      country: 'GB',
      draft: 'workflows/',
      needsSecondPair: false,
      frameOrigins: [],
      channels: [
        { channel: 'email', title: 'Email', sends: false },
        { channel: 'inbox', title: 'Inbox', sends: true },
      ],
      roles: (['viewer', 'marketer', 'publisher', 'agent', 'admin'] as const).map((one) => ({
        role: one,
        says: SAYS[one],
        may: (Object.keys(MAY) as RouteName[]).filter((name) => mayAsk([one], name)),
      })),
    }),
    readDraftFile: () => policy,
    writeDraftFile: ({ body: { text } }) => {
      policy = { ...policy, text, etag: 'e2' };
      return { path: policy.path, etag: policy.etag };
    },
    checkDraft: ({ body: { files } }) => {
      const isBroken = files?.['policy.yaml']?.includes('gap: soon') ?? false;
      return {
        isSound: !isBroken,
        problems: isBroken
          ? [
              {
                file: 'policy.yaml',
                line: 11,
                column: 6,
                message: 'gap is "soon"; it should be a duration such as 20 hours.',
                isWarning: false,
              },
            ]
          : [],
      };
    },
    backtestDraft: () => ({ job: 'j1' }),
    readJob: ({ params: { job } }) => ({
      job,
      kind: 'backtest',
      state: 'done',
      progress: { done: 30, total: 30 },
      by: { id: 'you', name: 'You' },
      startedAt: at(0, 10),
      endedAt: NOW,
      result: {
        from: at(-30),
        to: NOW,
        events: 2210,
        customers: 311,
        differing: 12,
        people: [],
        journeys: [
          {
            journey: 'renewal',
            title: 'Renewal',
            before: { sent: 120, 'held:quiet-hours': 20 },
            after: { sent: 108, 'held:quiet-hours': 32 },
          },
        ],
      },
    }),
    advanceClock: () => ({ now: at(1, 10) }),
  };
};
