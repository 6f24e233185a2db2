import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { Policy } from '../../../language/catalogue/policy.ts';
import { catalogue, eventType, journey, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const days = 86_400;
const rules: Policy['incidents'] = {
  failure: { lasts: 14 * days, merge: 7200 },
  ticket: { lasts: 30 * days },
  others: { lasts: 20 * days },
};
const ref = { ref: { type: 'text' as const, optional: false, provenance: 'stated' as const } };
const events = {
  ask: eventType({ opens: { kind: 'ticket', incident: 'ref' }, fields: ref }),
  lose: eventType({ opens: { kind: 'parcel', incident: 'ref' }, fields: ref }),
};
const world = (incidents: Policy['incidents'] = rules, journeys: Parameters<typeof catalogue>[0] = {}) =>
  catalogue({ events, policy: { ...policy, incidents }, ...journeys });

describe('an incident that nobody closes', () => {
  it.each([
    ['fail', 14],
    ['ask', 30],
    ['lose', 20],
  ])('opened by %s counts for %i days, and no longer', async (type, lasts) => {
    const patient = { welcome: { ...world().moments.welcome!, patience: 90 * days } };
    const ada = oneCustomer(world(rules, { moments: patient, journeys: { repair: journey('repair', 'never') } }));
    await ada.event(type, { ref: 'x1' });
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    expect(await ada.send(welcome)).toBe('later');
    const ends = T0 + lasts * DAY;
    expect(ada.decisions()).toMatchObject([
      {
        outcome: 'held',
        reason: 'open-incident',
        until: new Date(ends).toISOString(),
        basis: { incidents: [{ since: new Date(T0).toISOString(), ends: new Date(ends).toISOString() }] },
      },
    ]);
    ada.clock.now = ends - 1;
    expect(await ada.send(welcome)).toBe('later');
    ada.clock.now = ends;
    expect(await ada.send(welcome)).toHaveProperty('reserved');
  });

  it('has its end count for calm, as one that was closed', async () => {
    const all = world();
    all.journeys.hello!.enter.when =
      'customer.openIncidents = 0 and customer.calmDays >= 1 and customer.calmDays < 1.1';
    const ada = oneCustomer(all);
    await ada.event('fail', { ref: 'f1' });
    ada.clock.now = T0 + 15 * DAY;
    await ada.event('start');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'entered', journey: 'hello' });
  });

  it('is open again when it is opened again', async () => {
    const ada = oneCustomer(world());
    await ada.event('fail', { ref: 'f1' });
    ada.clock.now = T0 + 15 * DAY;
    await ada.event('fail', { ref: 'f1' });
    await ada.event('start');
    await ada.finish('repair');
    expect(await ada.send(ada.task('hello', 'welcome'))).toBe('later');
  });
});

describe('an incident that is opened again', () => {
  const countIncidents = async (ada: ReturnType<typeof oneCustomer>) =>
    Object.values((await ada.state()).incidentsByWeek).reduce((sum, count) => sum + count, 0);
  const happens = (ada: ReturnType<typeof oneCustomer>, type: string, day: number) => {
    ada.clock.now = Math.max(ada.clock.now, T0 + day * DAY);
    return ada.event(type, { ref: 'f1' }, { at: new Date(T0 + day * DAY).toISOString() });
  };

  it('counts once while it is open, in whatever order that is told', async () => {
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
    ]) {
      const ada = oneCustomer(world());
      for (const day of order) await happens(ada, 'fail', day);
      expect(await countIncidents(ada)).toBe(1);
    }
    const late = oneCustomer(world());
    await happens(late, 'mend', 3);
    for (const day of [0, 1]) await happens(late, 'fail', day);
    expect(await countIncidents(late)).toBe(1);
  });

  it('counts again after it was closed, and after it ended by itself', async () => {
    const closed = oneCustomer(world());
    await happens(closed, 'fail', 0);
    await happens(closed, 'mend', 1);
    await happens(closed, 'fail', 2);
    expect(await countIncidents(closed)).toBe(2);
    const ended = oneCustomer(world());
    for (const day of [0, 14]) await happens(ended, 'fail', day);
    expect(await countIncidents(ended)).toBe(2);
  });
});

describe('a monitor that fails and recovers', () => {
  const repair = journey('repair', 'fail', {
    purpose: 'care',
    enter: { on: ['fail'], again: 'always', per: 'event.ref' },
  });
  const flapping = (incidents = rules) => oneCustomer(world(incidents, { journeys: { repair } }));
  type Ada = ReturnType<typeof flapping>;
  /** Fails and is mended, each at so many minutes. */
  const bad = async (ada: Ada, name: string, from: number, to: number) => {
    ada.clock.now = Math.max(ada.clock.now, T0 + from * 60_000);
    await ada.event('fail', { ref: name }, { at: new Date(T0 + from * 60_000).toISOString() });
    ada.clock.now = Math.max(ada.clock.now, T0 + to * 60_000);
    await ada.event('mend', { ref: name }, { at: new Date(T0 + to * 60_000).toISOString() });
  };
  /** Told whenever it comes, with the minute at which it happened. */
  const happenedAt = (ada: Ada, type: string, name: string, minute: number) =>
    ada.event(type, { ref: name }, { at: new Date(T0 + minute * 60_000).toISOString() });
  const entries = (ada: Ada) =>
    ada.journal.flatMap((entry) =>
      entry.kind === 'entered' ? ['entered'] : entry.kind === 'not-entered' ? [entry.reason] : [],
    );

  it('is one enrolment for one bad hour, and says what it was', async () => {
    const ada = flapping();
    for (let n = 0; n < 40; n++) await bad(ada, `f${n}`, 2 * n, 2 * n + 1);
    expect(entries(ada)).toEqual(['entered', ...Array(39).fill('continued')]);
    expect(ada.journal.find((entry) => entry.kind === 'not-entered')).toMatchObject({
      because: 'It was part of what we were in touch with you about already.',
    });
    expect(Object.values((await ada.state()).incidentsByWeek)).toEqual([1]);
  });

  it('is one also when the journey is over already', async () => {
    const ada = flapping();
    await bad(ada, 'f0', 0, 1);
    await ada.finish('repair');
    await bad(ada, 'f1', 2, 3);
    expect(entries(ada)).toEqual(['entered', 'continued']);
  });

  it('is another when it fails later than `merge` after it was mended, or where nothing is merged', async () => {
    const ada = flapping();
    await bad(ada, 'f0', 0, 1);
    await bad(ada, 'f1', 121, 122);
    await bad(ada, 'f2', 243, 244);
    expect(entries(ada)).toEqual(['entered', 'continued', 'entered']);
    const plain = flapping({ failure: { lasts: 14 * days } });
    await bad(plain, 'f0', 0, 1);
    await bad(plain, 'f1', 2, 3);
    expect(entries(plain)).toEqual(['entered', 'entered']);
  });

  it('is another while the first one is open: two things fail at once', async () => {
    const ada = flapping();
    await ada.event('fail', { ref: 'f0' });
    await ada.event('fail', { ref: 'f1' });
    expect(entries(ada)).toEqual(['entered', 'entered']);
  });

  it('is one in whatever order it is told', async () => {
    const ada = flapping();
    ada.clock.now = T0 + HOUR;
    await happenedAt(ada, 'mend', 'f0', 1);
    await happenedAt(ada, 'fail', 'f1', 2);
    await happenedAt(ada, 'mend', 'f1', 3);
    await happenedAt(ada, 'fail', 'f0', 0);
    expect(entries(ada)).toEqual(['entered', 'continued']);
  });

  it('is one where its own end is told before its begin, and both happened at once', async () => {
    const ada = flapping();
    ada.clock.now = T0 + HOUR;
    await happenedAt(ada, 'fail', 'f0', 2);
    await happenedAt(ada, 'mend', 'f1', 1);
    await happenedAt(ada, 'fail', 'f1', 1);
    expect(entries(ada)).toEqual(['entered', 'continued']);
    const alone = flapping();
    await alone.event('mend', { ref: 'f0' });
    await alone.event('fail', { ref: 'f0' }, { at: new Date(T0).toISOString() });
    expect(entries(alone)).toEqual(['entered']);
  });

  it('does not go on for longer than an incident may', async () => {
    const ada = flapping({ failure: { lasts: 3600, merge: 7200 } });
    await bad(ada, 'f0', 0, 1);
    await bad(ada, 'f1', 50, 51);
    await bad(ada, 'f2', 70, 71);
    expect(entries(ada)).toEqual(['entered', 'continued', 'entered']);
  });

  it('tells another journey that did not begin by it, and counts for mood once', async () => {
    const major = journey('major', 'fail', { enter: { on: ['fail'], when: 'event.ref = "f1"', again: 'always' } });
    const failureEvent = eventType({
      opens: { kind: 'failure', incident: 'ref' },
      fields: ref,
      signals: [{ value: -0.5, weight: 1 }],
    });
    const ada = oneCustomer(
      catalogue({
        events: { ...events, fail: failureEvent },
        policy: { ...policy, incidents: rules },
        journeys: { repair, major },
      }),
    );
    const signals = [{ value: -0.5, weight: 1, because: 'It failed.' }];
    for (const name of ['f0', 'f1', 'f2']) {
      await ada.event('fail', { ref: name }, { signals });
      await ada.event('mend', { ref: name });
    }
    expect(ada.journal.filter(({ kind }) => kind === 'entered')).toMatchObject([
      { journey: 'repair' },
      { journey: 'major' },
    ]);
    expect(ada.journal.filter((entry) => entry.kind === 'signal' && entry.opens)).toHaveLength(1);
  });

  it('with the id that it had goes on too', async () => {
    const ada = flapping();
    await bad(ada, 'f0', 0, 1);
    await ada.finish('repair');
    await bad(ada, 'f0', 2, 3);
    await bad(ada, 'f1', 4, 5);
    expect(entries(ada)).toEqual(['entered', 'continued', 'continued']);
  });
});
