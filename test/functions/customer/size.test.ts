import { beforeAll, describe, expect, it } from 'vitest';
import type { Words } from '../../../functions/customer/draft.ts';
import type { IncomingEvent } from '../../../functions/customer/incoming.ts';
import { fromItem, toItem } from '../../../functions/customer/item.ts';
import { type Command, reduce } from '../../../functions/customer/reduce.ts';
import { type CustomerState, emptyCustomer, LIMITS } from '../../../functions/customer/state.ts';
import { digest } from '../../../functions/shared/hash.ts';
import type { EventType, Field } from '../../../language/catalogue/event.ts';
import { loadProject } from '../../../simulator/project.ts';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { DAY, oneCustomer, T0 } from '../../support/customer.ts';

const { catalogue: shipped } = await loadProject('workflows');
const deps = {
  catalogue: shipped,
  paused: new Set<string>(),
  draw: { holdout: () => false, arm: () => 'early' },
};

const words: Words = {
  because: () => 'You asked for it on 2 March 2026.',
  task: () => ({ subject: 'A call', text: 'Please call them.' }),
};

let ids = 0;
/** As random as a UUID, and as long. */
const uuid = (): string => digest([String(++ids)], 36);
const sentence = (): string => `We read ${uuid()} in what they wrote.`;

const made = ({ type }: Field, name: string): unknown => {
  if (Array.isArray(type)) return type[ids % type.length];
  if (type === 'number') return (ids % 5) + 1;
  if (type === 'date') return new Date(T0 + 60 * DAY).toISOString();
  if (type === 'zone') return 'Europe/Berlin';
  return name.endsWith('Id') ? uuid() : sentence();
};

const happening = (type: string, { fields, signals }: EventType, now: number): IncomingEvent => ({
  id: uuid(),
  type,
  at: new Date(now).toISOString(),
  fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, made(field, name)])),
  signals: signals.map(() => ({ value: -0.1, weight: 1, because: sentence() })),
});

/** A customer of the shipped journeys to whom everything has happened, over and over. */
const busy = async (rounds: number, steps: number, from = emptyCustomer(uuid(), T0)) => {
  let state = from;
  let now = from.at;
  let largest = '';
  const act = async (command: Command) => {
    now += 1000;
    state = (await reduce(state, command, now, deps)).state ?? state;
    const item = toItem(state);
    if (item.length > largest.length) largest = item;
  };
  const moments = Object.values(shipped.moments).slice(0, steps);
  for (let round = 0; round < rounds; round++) {
    for (const [name, type] of Object.entries(shipped.events)) {
      if (!type.farewell && !type.pauses) await act({ kind: 'event', event: happening(name, type, now) });
    }
  }
  for (const [enrolment, { journey: name, phase }] of Object.entries(state.enrolments)) {
    for (const { id } of moments) {
      const place = { journey: name, enrolment, phase, step: `send-${id}`, facts: [], moment: id };
      const task = { ...place, purpose: 'care' as const, parks: 0, maxParks: 100 };
      await act({ kind: 'send', task, attempt: 'a', lease: 60_000, words });
      await act({ kind: 'record', enrolment, step: task.step, attempt: 'a', receipt: 'accepted' });
    }
  }
  return { state, largest };
};

describe('the item of a customer', () => {
  let full: { state: CustomerState; largest: string };
  beforeAll(async () => {
    full = await busy(26, 6);
  }, 60_000);

  it('stays below 16 KiB with every list at its cap', () => {
    const { state, largest } = full;
    expect(Object.keys(state.enrolments)).toHaveLength(LIMITS.enrolments);
    expect(Object.keys(state.seen)).toHaveLength(LIMITS.seen);
    expect(Object.keys(state.incidents)).toHaveLength(LIMITS.incidents);
    expect(state.evidence).toHaveLength(LIMITS.evidence);
    expect(state.occurrences['service.restored']).toHaveLength(LIMITS.occurrences);
    expect(largest.length).toBeLessThan(16_384);
  });

  it('is read as it was written, long or short', () => {
    for (const state of [full.state, emptyCustomer('ada', T0)]) expect(fromItem(toItem(state))).toEqual(state);
  });

  it('does not grow with age: more of the same makes it no larger', async () => {
    const older = await busy(4, 6, full.state);
    expect(older.largest.length).toBeLessThan(full.largest.length * 1.05);
  });

  it('is short and plain for someone to whom everything has happened once', async () => {
    const { largest } = await busy(1, 1);
    expect(largest.length).toBeLessThan(8192);
  });

  it('keeps no text longer than it has room for, whatever a customer writes', async () => {
    const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
    const events = {
      start: eventType({ sets: { name: 'name' }, fields: { name: text } }),
      topic: eventType({ consent: { topic: 'name', choice: '"withdrawn"' }, fields: { name: text } }),
    };
    const hello = journey('hello', 'start', {
      fields: ['name'],
      enter: { on: ['start'], again: 'always', per: 'event.name' },
    });
    const ada = oneCustomer(catalogue({ events, journeys: { hello } }));
    for (let count = 0; count < 100; count++) {
      ada.clock.now += 1000;
      const name = `${count}${'long '.repeat(20_000)}`;
      const id = `${count}${'id'.repeat(1000)}`;
      const signals = [{ value: 0, weight: 1, because: name }];
      for (const type of ['start', 'topic']) await ada.event(type, { name }, { id: `${type}${id}`, signals });
      await ada.event('fail', { ref: name }, { id: `fail${id}` });
    }
    const state = await ada.state();
    expect(Object.keys(state.enrolments)).toHaveLength(LIMITS.enrolments);
    expect(Object.keys(state.consent)).toHaveLength(LIMITS.consents);
    expect(JSON.stringify(state).length).toBeLessThan(65_536);
    expect(ada.journal).toContainEqual(expect.objectContaining({ kind: 'not-entered', reason: 'too-many' }));
  });
});
