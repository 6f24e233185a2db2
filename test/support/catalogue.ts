import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Policy } from '../../language/catalogue/policy.ts';
import { policy as standard } from './definitions.ts';

const DAY = 86_400;

export const policy: Policy = { ...standard, topics: { tips: 'Tips', offers: 'Offers' } };

export const eventType = (type: Partial<EventType> = {}): EventType => ({
  byCustomer: false,
  ours: false,
  customer: 'customerId',
  fields: { customerId: { type: 'text', optional: false, provenance: 'observed' }, ...type.fields },
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
  kept: [],
  awaited: false,
  ...Object.fromEntries(Object.entries(type).filter(([key]) => key !== 'fields')),
});

export const moment = (id: string, more: Partial<Moment> = {}): Moment => ({
  id,
  topic: 'tips',
  channels: ['email', 'inbox'],
  attributes: [],
  uses: {},
  copy: { default: { because: `Because of ${id}.`, subject: id, body: 'Hello.', sections: {} } },
  ...more,
});

export const journey = (id: string, on: string, more: Partial<Journey> = {}): Journey => ({
  id,
  title: id,
  purpose: 'relationship',
  enter: { on: [on], again: 'always' },
  exits: [],
  holdout: 0,
  mutes: {},
  splits: [],
  fields: [],
  carries: { event: [], customer: [] },
  longest: 60 * DAY,
  until: [],
  ...more,
});

const text = { type: 'text' as const, optional: false, provenance: 'stated' as const };

/** Two journeys (`hello` is relationship, `repair` is care and mutes it) and the events that move them. */
export const catalogue = (more: Partial<Catalogue> = {}): Catalogue => ({
  version: 'test',
  pace: 1,
  policy,
  events: {
    start: eventType(),
    fail: eventType({ opens: { kind: 'failure', incident: 'ref' }, fields: { ref: text } }),
    mend: eventType({
      closes: { kind: 'failure', incident: 'ref' },
      fields: { ref: text },
      awaited: true,
      kept: ['ref'],
    }),
    done: eventType({ awaited: true }),
    reply: eventType({ awaited: true, byCustomer: true, kept: ['ref'], fields: { ref: text } }),
    bye: eventType({ farewell: true }),
    ...more.events,
  },
  journeys: {
    hello: journey('hello', 'start', { goal: { on: 'done', exit: true } }),
    repair: journey('repair', 'fail', { purpose: 'care', mutes: { relationship: 3 * DAY } }),
    ...more.journeys,
  },
  moments: { welcome: moment('welcome'), tip: moment('tip'), sorry: moment('sorry'), ...more.moments },
  ...(more.policy ? { policy: more.policy } : {}),
});
