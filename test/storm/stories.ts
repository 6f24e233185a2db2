import { DAY, HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import type { Chance } from '../../simulator/quarter/random.ts';
import { TEXTS } from './texts.ts';

/** An event, so many milliseconds after its story began. `bad`, `lateHours`, `inDays` and `field` say how it is told. */
export type Happening = [after: number, type: string, detail: Record<string, unknown>];
export type Story = (chance: Chance, mark: string) => Happening[];

const late = (c: Chance): number => (c.happens(0.5) ? c.between(0, 2 * HOUR) : c.between(0, 12 * DAY));

const ticket: Story = (c, mark) => {
  const ticketId = `t-${mark}`;
  const opened: Happening = [0, 'support.ticket_opened', { ticketId, subject: 'Help', body: c.pick(TEXTS).text }];
  const solved: Happening = [late(c), 'support.ticket_resolved', { ticketId }];
  return c.happens(0.9) ? [opened, solved] : [opened];
};

const failure: Story = (c, mark) => {
  const failureId = `f-${mark}`;
  const severity = c.pick(['minor', 'major']);
  const failed: Happening = [0, 'service.failure_detected', { failureId, service: 'checkout', severity }];
  const cause = c.happens(0.5) ? { cause: 'A disk was full.' } : {};
  const restored: Happening = [c.pick([0, 500, late(c), late(c)]), 'service.restored', { failureId, ...cause }];
  const over = c.happens(0.9) ? [failed, restored] : [failed];
  return severity === 'major' ? [...over, ...choicesAfter(c, restored[0])] : over;
};

/** Who is asked what would help says so at any time, twice, or otherwise; some before they were asked, or after all is over. */
const choicesAfter = (c: Chance, restored: number): Happening[] =>
  Array.from({ length: c.pick([0, 1, 2, 3, 4]) }, () => [
    restored + c.pick([c.between(0, 20 * MINUTE), c.between(0, 2 * HOUR), c.between(0, 20 * HOUR)]),
    'gesture.chosen',
    {
      decision: 'what-would-help',
      gesture: c.pick(['credit-14-days', 'points-200', 'points-200', 'person', 'points-100']),
    },
  ]);

/** Two failures that are over before anybody is told of them. */
const toldLate: Story = (c, mark) =>
  ['x', 'y'].flatMap((one): Happening[] => {
    const failureId = `f-${mark}-${one}`;
    const detected = { failureId, service: 'checkout', severity: 'major', lateHours: c.between(6, 60) };
    return [
      [0, 'service.failure_detected', detected],
      [c.between(1000, 9 * HOUR), 'service.restored', { failureId }],
    ];
  });

/** A monitor knows no customers: it is about those of a plan, or about all. */
const outage: Story = (c, mark) => {
  const failureId = `o-${mark}`;
  const plan = c.pick(['team', 'solo', 'every', 'every']);
  const down = { failureId, service: 'sync', severity: c.pick(['minor', 'major']), plan };
  const ended: Happening = [c.pick([0, 500, late(c), late(c)]), 'service.outage_ended', { failureId, plan }];
  const again: Happening[] = c.happens(0.2) ? [[late(c), 'service.outage_detected', down]] : [];
  return [[0, 'service.outage_detected', down], ...again, ...(c.happens(0.9) ? [ended] : [])];
};

const DECISIONS = ['subscription.renewed', 'subscription.lapsed', 'subscription.cancel_clicked'];

const renewal: Story = (c, mark) => {
  const subscriptionId = `s-${mark.split('-')[0]}-${c.whole(1, 2)}`;
  const days = c.pick([-2, 3, 12, 22, 30]);
  // Some hear of it when it is decided already; some decide twice.
  const isLate = c.happens(0.15);
  const notice = { subscriptionId, inDays: days, amount: 29, currency: 'EUR', ...(isLate ? { lateHours: 30 } : {}) };
  const due: Happening = [0, 'subscription.renewal_due', notice];
  const after = Math.max(0, c.between(0.1, isLate ? 1 : days + 15) * DAY);
  const decided = (at: number): Happening => [at, c.pick(DECISIONS), { subscriptionId }];
  const again = c.happens(0.3) ? [decided(after + c.pick([0, 500, late(c)]))] : [];
  return c.happens(0.8) ? [due, decided(after), ...again] : [due];
};

const opinion: Story = (c) => {
  const text = c.happens(0.5) ? { text: c.pick(TEXTS).text } : {};
  const scale = c.pick(['nps', 'csat', 'ces', 'trust']);
  const score = scale === 'nps' ? c.whole(0, 10) : c.whole(1, 5);
  return [[0, 'feedback.received', { scale, ...(c.happens(0.8) ? { score } : {}), ...text }]];
};

const product: Story = (c) => {
  const activate = (): Happening => [
    late(c),
    'product.activated',
    { feature: c.pick(['import', 'invite', 'report', 'search']) },
  ];
  const paid: Happening = [late(c) * 2, 'product.first_value', { what: 'a report shared' }];
  return c.happens(0.4) ? [activate(), paid] : [activate()];
};

const order: Story = (c, mark) => {
  const bought = (n: number): Happening => [
    n * c.between(0, 4 * DAY),
    'purchase.made',
    { orderId: `o-${mark}-${n}`, amount: 20, currency: 'EUR', category: 'paper' },
  ];
  const granted: Happening = [0, 'customer.preference_changed', { topic: 'offers', choice: 'granted' }];
  return [...(c.happens(0.7) ? [granted] : []), bought(0), ...(c.happens(0.5) ? [bought(1)] : [])];
};

const choice: Story = (c) => {
  const topic = c.pick(['offers', 'surveys', 'product-tips', 'getting-started', 'service']);
  const channel = c.pick(['email', 'sms', 'inbox']);
  const no: Happening = c.happens(0.6)
    ? [0, 'customer.preference_changed', { topic, choice: 'withdrawn' }]
    : [0, 'customer.channel_changed', { channel, choice: 'withdrawn' }];
  const yes: Happening = [late(c), no[1], { ...no[2], choice: 'granted' }];
  return c.happens(0.5) ? [no, yes] : [no];
};

const details: Story = (c) => {
  if (c.happens(0.4)) return [[0, 'partner.profile_matched', { company: 'Acme' }]];
  const change = c.pick([
    { preferredChannel: 'inbox' },
    { zone: 'America/New_York' },
    { zone: 'Asia/Tokyo', locale: 'fr' },
    { email: `new${c.whole(1, 9)}@example.com` },
    { company: 'Acme' },
    { phone: '+442071838750' },
  ]);
  return [[0, 'customer.details_changed', change]];
};

const silence: Story = (c) => {
  const first: Happening = [0, 'customer.paused', { inDays: c.between(0.2, 6), field: 'until' }];
  const second: Happening = [c.between(1, 9 * HOUR), 'customer.paused', { inDays: c.between(0.1, 3), field: 'until' }];
  // The first wish may come after the second.
  return c.happens(0.4) ? [[first[0], first[1], { ...first[2], lateHours: 12 }], second] : [first];
};

const hardship: Story = () => [[0, 'customer.hardship_noted', {}]];

/** A provider's word that comes after what it is about has changed. */
const returned: Story = (c) => {
  const bounced: Happening = [0, 'message.bounced', { channel: 'email', lateHours: 6 }];
  const moved: Happening = [HOUR, 'customer.details_changed', { email: `moved${c.whole(1, 9)}@example.com` }];
  const complained: Happening = [0, 'message.complained', { channel: 'email' }];
  const opened: Happening = [late(c), 'customer.channel_changed', { channel: 'email', choice: 'granted' }];
  const after: Happening = [HOUR, 'message.bounced', { channel: 'email' }];
  return c.pick([
    [bounced, moved],
    [complained, after],
    [complained, opened],
  ]);
};

/** What they want of us: how often, when not, and what we have wrong about them. */
const wishes: Story = (c) => {
  const often = (): Happening => [
    late(c),
    'customer.frequency_chosen',
    { frequency: c.pick(['as-now', 'fewer', 'necessary']) },
  ];
  const hours = (): Happening => [
    late(c),
    'customer.hours_chosen',
    c.pick([
      { from: '20:00', to: '10:00' },
      { from: '12:00', to: '06:00', lateHours: 12 },
      { from: '09:00', to: '17:00' },
      {},
    ]),
  ];
  const corrected = (): Happening => [
    late(c),
    'customer.fact_corrected',
    c.pick([
      { attribute: 'company', value: 'Acme Ltd' },
      { attribute: 'zone', value: 'America/New_York' },
      { attribute: 'email', value: `right${c.whole(1, 9)}@example.com` },
    ]),
  ];
  return [c.pick([often, hours, corrected])(), ...(c.happens(0.6) ? [c.pick([often, often, hours])()] : [])];
};

const farewell: Story = (c) => {
  const closed: Happening = [0, 'customer.closed_account', {}];
  return c.happens(0.6) ? [closed, [late(c), 'customer.reopened_account', {}]] : [closed];
};

/** Nobody says so in events.yaml, or it lacks what it should have. */
const nonsense: Story = (c) => [
  c.pick<Happening>([
    [0, 'loyalty.tier_changed', { bad: 'unknown-type' }],
    [0, 'support.ticket_opened', { ticketId: [7], bad: 'schema' }],
    [0, 'feedback.received', { scale: 'nps', score: 99, bad: 'schema' }],
    [0, 'product.activated', { customerId: '', feature: 'import', bad: 'no-customer' }],
  ]),
];

/** What happens to customers, the more common more often. */
/** A colleague gives something, some of them twice for one request, some beyond what they may. */
const gift: Story = (c, mark) => {
  const gesture = c.pick(['points-100', 'points-200', 'credit-7-days', 'shipping-refunded', 'letter-by-hand', 'cash']);
  const detail = { gesture, by: c.pick(['max', 'eve']), request: `r-${mark}` };
  const again: Happening[] = c.happens(0.2) ? [[late(c), 'agent.gesture_given', detail]] : [];
  return [[0, 'agent.gesture_given', detail], ...again];
};

export const STORIES: Story[] = [
  ...[
    ticket,
    ticket,
    ticket,
    failure,
    failure,
    failure,
    outage,
    outage,
    toldLate,
    renewal,
    renewal,
    renewal,
    opinion,
    opinion,
  ],
  ...[
    product,
    product,
    order,
    order,
    order,
    choice,
    choice,
    details,
    silence,
    wishes,
    wishes,
    returned,
    farewell,
    nonsense,
    hardship,
    gift,
    gift,
  ],
];

/** How a customer becomes known. */
export const joining = (c: Chance, customer: string): Happening[] => {
  const address = {
    ...(c.happens(0.9) ? { email: `${customer}@example.com` } : {}),
    ...(c.happens(0.3) ? { phone: '+442071838750' } : {}),
    ...(c.happens(0.7) ? { zone: c.pick(['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Tokyo']) } : {}),
  };
  const plan = c.pick(['team', 'solo', 'solo', 'internal']);
  const signedUp = { ...address, plan, requestId: `r-${customer}` };
  // A producer that had no answer sends it once more, as another event.
  const again: Happening[] = c.happens(0.15) ? [[c.pick([0, 900, late(c)]), 'customer.signed_up', signedUp]] : [];
  if (c.happens(0.7)) return [[0, 'customer.signed_up', signedUp], ...again];
  return [[0, 'customer.imported', { ...address, plan, inDays: -c.whole(10, 3000), field: 'since' }]];
};
