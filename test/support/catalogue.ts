import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
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
  inputNames: { event: [], customer: [] },
  steps: {},
  renamed: {},
  until: [],
  ...more,
});

const text = { type: 'text' as const, optional: false, provenance: 'stated' as const };

type Steps = Journey['steps'];

/** A step for each moment and for each event that is awaited, for journeys in which only the order of tests counts. */
const plainSteps = ({ events, moments }: Pick<Catalogue, 'events' | 'moments'>, purpose: Purpose): Steps => {
  const sends = Object.values(moments).map(({ id, purpose: own = purpose }) => [
    `send-${id}`,
    { kind: 'send', moment: id, purpose: own },
  ]);
  const listens = Object.entries(events).flatMap(([name, { awaited }]) =>
    awaited ? [[`listen-${name}`, { kind: 'listen', on: [name], within: 7 * DAY }]] : [],
  );
  return Object.fromEntries([...sends, ...listens]) as Steps;
};

/** Two journeys (`hello` is relationship, `repair` is care and mutes it) and the events that move them. */
export const catalogue = (more: Partial<Catalogue> = {}): Catalogue => {
  const events = {
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
  };
  const moments = { welcome: moment('welcome'), tip: moment('tip'), sorry: moment('sorry'), ...more.moments };
  const journeys = {
    hello: journey('hello', 'start', { goal: { on: 'done', exit: true } }),
    repair: journey('repair', 'fail', { purpose: 'care', mutes: { relationship: 3 * DAY } }),
    ...more.journeys,
  };
  const withSteps = Object.entries(journeys).map(([id, one]) => [
    id,
    { ...one, steps: { ...plainSteps({ events, moments }, one.purpose), ...one.steps } },
  ]);
  return {
    version: more.version ?? 'test',
    pace: 1,
    policy: more.policy ?? policy,
    events,
    journeys: Object.fromEntries(withSteps),
    moments,
    ...(more.gestures && { gestures: more.gestures }),
  };
};
