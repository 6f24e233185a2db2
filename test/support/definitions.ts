import type { Definitions, JourneyDefinition } from '../../language/catalogue/definition.ts';
import type { Field } from '../../language/catalogue/event.ts';
import type { FieldType } from '../../language/catalogue/field-type.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Policy } from '../../language/catalogue/policy.ts';

const minutes = 60;
export const hours = 3600;
export const days = 86_400;

export const policy: Policy = {
  zone: 'Europe/London',
  mood: { halfLife: 3 * days, prior: 0.5, negative: -0.25, positive: 0.25, strong: -0.6, quietAfter: 3 * days },
  purposes: {
    transactional: {
      whenIncident: 'send',
      whenNegative: 'send',
      quietHours: 'ignore',
      patience: 1 * days,
      ifUnsure: 'resend',
    },
    care: { whenIncident: 'send', whenNegative: 'send', quietHours: 'hold', patience: 3 * days, ifUnsure: 'resend' },
    relationship: {
      whenIncident: 'hold',
      whenNegative: 'hold',
      quietHours: 'hold',
      patience: 10 * days,
      cap: { count: 3, seconds: 7 * days },
      ifUnsure: 'drop',
    },
    promotional: {
      whenIncident: 'skip',
      whenNegative: 'skip',
      quietHours: 'hold',
      patience: 2 * days,
      cap: { count: 1, seconds: 7 * days },
      ifUnsure: 'drop',
      optIn: true,
    },
  },
  quietHours: { from: '21:00', to: '08:00', spread: 45 * minutes },
  gap: 20 * hours,
  inbox: { keeps: 90 * days },
  topics: { 'getting-started': 'Getting started', surveys: 'Surveys' },
};

const field = (type: FieldType, optional = false): Field => ({ type, optional, provenance: 'observed' });

const event = (fields: Record<string, Field>): Definitions['events'][string] => ({
  byCustomer: false,
  ours: false,
  customer: 'customerId',
  fields: { customerId: field('text'), ...fields },
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
});

export const moment = (id: string, more: Partial<Moment> = {}): Moment => ({
  id,
  channels: ['email', 'inbox'],
  attributes: [],
  uses: {},
  copy: { default: { because: 'You asked.', subject: id, body: `About ${id}.`, sections: {} } },
  ...more,
});

export const send = (id: string, momentId: string) => ({ kind: 'send' as const, id, moment: momentId, unsent: [] });

/** Two messages, a wait, a choice and a question. */
export const onboarding: JourneyDefinition = {
  id: 'onboarding',
  title: 'Onboarding',
  purpose: 'relationship',
  enter: { on: ['customer.signed_up'], again: 'never' },
  exits: [],
  renamed: {},
  holdout: 10,
  mutes: {},
  steps: [
    send('send-welcome', 'welcome'),
    { kind: 'wait', id: 'wait', seconds: 2 * days },
    {
      kind: 'choose',
      id: 'choose',
      branches: [
        { when: 'event.plan = "team" and customer.calmDays >= 2', steps: [send('send-team-tip', 'team-tip')] },
      ],
      otherwise: [send('send-tip', 'tip')],
    },
    {
      kind: 'listen',
      id: 'listen-product-used',
      on: ['product.used'],
      where: 'heard.feature != event.plan',
      within: 3 * days,
      heard: [{ kind: 'exit', id: 'exit' }],
      silent: [],
    },
    { ...send('send-survey', 'survey'), unless: [{ on: 'product.cancelled', where: 'heard.reason = "price"' }] },
  ],
};

/** Every kind of step, exits with last words, a goal, and every way to end. */
export const renewal: JourneyDefinition = {
  id: 'renewal',
  title: 'Renewal',
  about: 'The value so far, an easy choice, no pressure.',
  purpose: 'relationship',
  enter: {
    on: ['subscription.renewal_due'],
    when: '$not(customer.plan = "internal")',
    again: 'always',
    per: 'event.subscriptionId',
  },
  exits: [
    { on: 'subscription.renewed', where: 'heard.subscriptionId = event.subscriptionId', steps: [] },
    {
      on: 'subscription.lapsed',
      where: 'heard.subscriptionId = event.subscriptionId',
      words: 'Exit-subscription.lapsed',
      steps: [
        {
          kind: 'choose',
          id: 'choose-goodbye',
          branches: [
            { when: 'customer.calmDays >= 7 and heard.reason != "price"', steps: [send('send-goodbye', 'goodbye')] },
          ],
          otherwise: [],
        },
      ],
    },
  ],
  goal: {
    on: 'subscription.renewed',
    where: 'heard.subscriptionId = event.subscriptionId',
    within: 60 * days,
    exit: false,
  },
  renamed: {},
  holdout: 5,
  mutes: { promotional: 21 * days },
  steps: [
    {
      kind: 'wait-until',
      id: 'wait',
      until: 'event.renewsAt',
      offset: -30 * days,
      reached: [send('send-value-recap', 'value-recap')],
      past: [send('send-short-recap', 'short-recap')],
    },
    {
      kind: 'choose',
      id: 'choose',
      branches: [
        {
          when: 'customer.mood = "negative"',
          steps: [{ kind: 'task', id: 'task-renewal-call', moment: 'renewal-call', unsent: [] }],
        },
        {
          when: 'customer.tenureDays > 730 and (customer.nps <= 6 or customer.silentDays > 90)',
          steps: [
            { ...send('send-thank-you', 'thank-you'), with: { gift: 20, currency: '= event.currency' } },
            { kind: 'emit', id: 'emit', event: 'loyalty.points_granted', with: { points: 100 }, unsent: [] },
            { ...send('send-trust-question', 'trust-question') },
            {
              kind: 'listen',
              id: 'listen-trust',
              on: ['feedback.received'],
              answers: { moment: 'trust-question', asks: 'trust' },
              within: 7 * days,
              heard: [
                {
                  kind: 'choose',
                  id: 'choose-2',
                  branches: [
                    {
                      when: 'heard.score <= 2',
                      steps: [{ kind: 'task', id: 'task-renewal-call-2', moment: 'renewal-call', unsent: [] }],
                    },
                  ],
                  otherwise: [],
                },
              ],
              silent: [],
            },
          ],
        },
      ],
      otherwise: [{ ...send('send-plan-tips', 'plan-tips'), unsent: [{ kind: 'exit', id: 'exit' }] }],
    },
    {
      kind: 'split',
      id: 'reminder-timing',
      arms: [
        { name: 'early', share: 50, steps: [{ kind: 'wait', id: 'wait-2', seconds: 10 * days }] },
        { name: 'late', share: 50, steps: [{ kind: 'wait', id: 'wait-3', seconds: 20 * days }] },
      ],
    },
    { kind: 'wait-until', id: 'wait-4', until: 'customer.contractEnds', offset: 0, reached: [], past: [] },
    {
      ...send('send-reminder', 'reminder'),
      unsent: [{ kind: 'emit', id: 'emit-2', event: 'renewal.unreached', unsent: [] }],
    },
  ],
};

export const definitions: Definitions = {
  policy,
  events: {
    'customer.signed_up': event({ plan: field('text'), firstName: field('text', true) }),
    'product.used': event({ feature: field('text'), body: field('text') }),
    'product.cancelled': event({ reason: field('text'), body: field('text') }),
    'subscription.renewal_due': event({
      subscriptionId: field('text'),
      renewsAt: field('date'),
      amount: field('number'),
      currency: field('text'),
      seats: field('number', true),
    }),
    'subscription.renewed': event({ subscriptionId: field('text') }),
    'subscription.lapsed': event({ subscriptionId: field('text'), reason: field('text', true) }),
    'feedback.received': event({
      scale: field(['nps', 'csat', 'ces', 'trust']),
      score: field('number'),
      answers: field('text', true),
    }),
    'loyalty.points_granted': { ...event({ points: field('number') }), ours: true },
    'renewal.unreached': { ...event({}), ours: true },
  },
  journeys: { onboarding, renewal },
  moments: Object.fromEntries(
    [
      moment('welcome', { purpose: 'transactional' }),
      moment('team-tip'),
      moment('tip'),
      moment('survey', { asks: 'nps' }),
      moment('value-recap', { whenNegative: { instead: 'quiet-recap' } }),
      moment('quiet-recap', {
        patience: 12 * days,
        copy: {
          default: {
            because: 'Your plan renews on {{ event.renewsAt | date }}.',
            body: '{% if event.amount > 10 %}Worth it.{% endif %}',
            sections: { sms: '{{ event.seats }} seats' },
          },
        },
      }),
      moment('short-recap'),
      moment('renewal-call', { channels: ['agent'], purpose: 'care' }),
      moment('thank-you'),
      moment('trust-question', { asks: 'trust' }),
      moment('plan-tips'),
      moment('reminder'),
      moment('goodbye'),
    ].map((each) => [each.id, each]),
  ),
};
