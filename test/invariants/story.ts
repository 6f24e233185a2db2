import type { IncomingEvent } from '../../core/customer/model/incoming.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import type { DecideTask, DeliverTask, EmitTask } from '../../language/catalogue/task.ts';
import { catalogue, eventType, journey, moment } from '../support/catalogue.ts';
import { DAY, HOUR, T0 } from '../support/customer.ts';
import type { Chance } from './chance.ts';
import type { Promises } from './oracle.ts';

/** The customer, the journeys and the events that the interleavings are made of. */

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
const date = { type: 'date' as const, optional: true, provenance: 'stated' as const };

const events: Record<string, EventType> = {
  start: eventType({ sets: { email: '"ada@example.com"' } }),
  done: eventType({ awaited: true }),
  won: eventType({ awaited: true }),
  upset: eventType(),
  wish: eventType({
    consent: { topic: 'topic', channel: 'channel', choice: 'choice' },
    fields: { topic: text, channel: text, choice: text },
  }),
  hush: eventType({ pauses: 'until', fields: { until: date } }),
  'message.bounced': eventType({ feedback: 'bounced', fields: { channel: text } }),
};

export const STORY: Catalogue = catalogue({
  events,
  journeys: {
    hello: journey('hello', 'start', {
      exits: [{ on: 'done', phase: 'exit-1' }],
      goal: { on: 'won', exit: true },
      enter: { on: ['start'], again: 2 * 86_400 },
    }),
    repair: journey('repair', 'fail', {
      purpose: 'care',
      enter: { on: ['fail'], again: 'always', per: 'event.ref' },
      fields: ['ref'],
      mutes: { relationship: 3 * 86_400 },
    }),
  },
  moments: {
    tip: moment('tip', { topic: 'offers', whenNegative: { instead: 'calm' }, cap: { count: 1, seconds: 5 * 86_400 } }),
    calm: moment('calm', { purpose: 'care', cap: { count: 1, seconds: 30 * 86_400 } }),
    last: moment('last', { patience: 2 * 86_400 }),
    ask: moment('ask', { purpose: 'relationship', whenNegative: { person: 'call' } }),
    call: moment('call', { purpose: 'care', channels: ['agent'] }),
    bill: moment('bill', { purpose: 'transactional' }),
  },
});

export const PROMISES: Promises = {
  mutes: { repair: { relationship: 3 * DAY } },
  caps: { relationship: { count: 3, ms: 7 * DAY } },
  momentCaps: { tip: { count: 1, ms: 5 * DAY }, calm: { count: 1, ms: 30 * DAY } },
  topics: { welcome: 'tips', tip: 'offers', calm: 'tips', last: 'tips', ask: 'tips', sorry: 'tips' },
};

type Place = 'customer' | 'journey' | 'enrolment' | 'phase' | 'facts' | 'parks' | 'maxParks';
export type Line =
  | (Omit<DeliverTask, Place> & { task: 'send' })
  | (Omit<DecideTask, Place | 'task'> & { task: 'listen'; within: number })
  | Omit<EmitTask, Place>;

const send = (name: string, more: Partial<Line> = {}): Line =>
  ({ task: 'send', step: `send-${name}`, moment: name, purpose: 'relationship', ...more }) as Line;

/** What the machines do, phase by phase. */
export const SCRIPTS: Record<string, Record<string, Line[]>> = {
  hello: {
    main: [
      send('welcome'),
      { task: 'listen', step: 'listen', on: ['reply'], within: 2 * DAY },
      { task: 'listen', step: 'listen-2', on: ['reply'], within: DAY },
      send('tip'),
      send('last', { ends: 'always' }),
    ],
    'exit-1': [send('bill', { step: 'send-bill', ends: 'always' })],
  },
  repair: {
    main: [
      send('sorry', { purpose: 'care', unless: [{ on: 'mend', where: 'heard.ref = event.ref' }] }),
      { task: 'listen', step: 'mended', on: ['mend'], where: 'heard.ref = event.ref', within: DAY },
      { task: 'emit', step: 'gift', event: 'gift', with: { points: 5 } },
      send('ask', { purpose: 'relationship' }),
    ],
  },
};

const upset = (value: number, weight: number) => ({
  type: 'upset',
  signals: [{ value, weight, because: 'They said so.' }],
});

const KINDS: (Partial<IncomingEvent> & { type: string })[] = [
  { type: 'start' },
  { type: 'start' },
  { type: 'fail', fields: { ref: 'f1' } },
  { type: 'mend', fields: { ref: 'f1' } },
  { type: 'fail', fields: { ref: 'f2' } },
  { type: 'mend', fields: { ref: 'f2' } },
  { type: 'reply', fields: { ref: 'r' } },
  { type: 'reply', fields: { ref: 'r' } },
  { type: 'done' },
  { type: 'won' },
  upset(-0.4, 1),
  upset(-1, 0.4),
  upset(0.8, 1),
  { type: 'wish', fields: { topic: 'offers', choice: 'withdrawn' } },
  { type: 'wish', fields: { topic: 'offers', choice: 'granted' } },
  { type: 'wish', fields: { channel: 'email', choice: 'withdrawn' } },
  { type: 'wish', fields: { channel: 'inbox', choice: 'withdrawn' } },
  { type: 'hush', fields: { until: new Date(T0 + 4 * DAY).toISOString() } },
  { type: 'message.bounced', fields: { channel: 'email' } },
  { type: 'bye' },
];

/** What happens to the customer: when it arrives, and the event, which may be late. */
export const tell = (chance: Chance): { at: number; event: IncomingEvent }[] => {
  const rare = new Set(['bye', 'message.bounced']);
  const told = KINDS.filter(({ type }, index) => index === 0 || chance.next() < (rare.has(type) ? 0.1 : 0.45));
  return told.map((kind, index) => {
    const at =
      T0 + chance.pick([0, 0, 0, HOUR, 13 * HOUR, DAY, 2 * DAY, 5 * DAY]) + chance.pick([0, 0, chance.upTo(1000)]);
    const late = kind.type !== 'start' && chance.next() < 0.2 ? chance.upTo(DAY) : 0;
    const event = {
      id: `${kind.type}${index}`,
      fields: {},
      signals: [],
      ...kind,
      at: new Date(at - late).toISOString(),
    };
    return { at, event };
  });
};
