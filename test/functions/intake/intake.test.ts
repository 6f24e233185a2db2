import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { HeldMessage } from '../../../functions/operate/redrive/holding-queue.ts';
import { labelReject } from '../../../functions/operate/redrive/labels.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { field, intakeOf, refusal } from './support.ts';

const events: Record<string, EventType> = {
  survey: eventType({
    fields: { scale: field(['nps', 'csat']), score: field('number'), text: field('text') },
    signals: [
      { score: 'score', scale: 'scale', weight: 1 },
      { text: 'text', weight: 0.7 },
    ],
  }),
  profile: eventType({
    fields: {
      email: field('email'),
      zone: field('zone'),
      phone: field('phone'),
      since: field('date'),
      site: field('url'),
    },
    sets: { email: 'email', zone: 'zone', since: 'since' },
  }),
  strict: eventType({
    fields: {
      score: field('number', false),
      scale: field(['nps', 'csat'], false),
      since: field('date', false),
      zone: field('zone', false),
    },
  }),
  keyed: eventType({ id: 'requestId', fields: { requestId: field('text') } }),
  mapped: eventType({
    from: [{ source: 'shop', detailType: 'Order Created', fields: { customerId: 'detail.buyer.id' } }],
  }),
  gift: eventType({ ours: true }),
  replied: eventType({
    feedback: 'replied',
    fields: { text: field('text'), channel: field(['sms', 'email']), decision: field('text') },
    signals: [{ text: 'text', weight: 0.7 }],
  }),
  credit: eventType({ ours: true, awaited: true }),
};

/** Word that anybody may bring. */
const saidByColleagues = Object.fromEntries(
  Object.entries(BUILT_IN).flatMap(([name, type]) =>
    type.work && !type.sources ? [[name, { ...type, kept: [], awaited: false }]] : [],
  ),
);

const FITTING = { customerId: 'a', score: 5, scale: 'csat', since: '2026-02-01', zone: 'UTC' };

const setUp = () => intakeOf(events);

describe('a reply', () => {
  it('withdraws what it asks to, and a word alone is no evidence of mood', async () => {
    const { store, take } = setUp();
    await take('replied', { customerId: 'ada', channel: 'sms', text: 'STOP' });
    await take('replied', {
      customerId: 'ada',
      channel: 'email',
      text: `Stop emailing me. ${'You are awful. '.repeat(50)}`,
    });
    const ada = await store.load('ada');
    expect(ada?.consent).toMatchObject({
      'channel:sms': { choice: 'withdrawn' },
      'channel:email': { choice: 'withdrawn' },
    });
    expect(ada?.evidence).toHaveLength(1);
  });

  it.each([
    ['without the number that may answer a question', { text: '4 - fine', decision: 'e/s/1' }, ['fine']],
    ['not at all where it is such a number', { text: '4/5', decision: 'e/s/1' }, []],
    ['without the number where it names no message', { text: '4 - fine' }, ['fine']],
    ['whole where its number is no answer', { text: '4 weeks and nothing' }, ['4 weeks and nothing']],
  ])('is read for mood %s', async (_, detail, read) => {
    const { store, take } = setUp();
    await take('replied', { customerId: 'ada', channel: 'email', ...detail });
    expect((await store.load('ada'))?.evidence.map(({ because }) => because)).toEqual(read);
  });
});

it('a wish that is a word is not told as a text that nobody reads', async () => {
  const { store, take } = setUp();
  await take('replied', { customerId: 'ada', channel: 'email', text: 'STOP' });
  expect((await store.load('ada'))?.journal.map(({ kind }) => kind)).toEqual(['delivery']);
});

describe('a reply while a ticket is open', () => {
  const handed = async (text: string) => {
    const { store, take } = intakeOf({
      ...events,
      opened: eventType({ opens: { kind: 'ticket', incident: 'ticketId' }, fields: { ticketId: field('text') } }),
    });
    await take('opened', { customerId: 'ada', ticketId: 't1' });
    await take('replied', { customerId: 'ada', channel: 'sms', text });
    const entries = (await store.load('ada'))?.journal ?? [];
    return entries.flatMap((entry) => (entry.kind === 'delivery' && entry.desk ? [entry.desk.text] : []));
  };

  it.each([
    ['its words', 'It still fails.\n\nOn Mon, 2 Mar 2026, Acme <a@acme.example> wrote:\n> hello', 'It still fails.'],
    ['a number with words', '2 - it still fails', '2 - it still fails'],
    [
      'a wish in a sentence',
      'Please unsubscribe me, and it still fails.',
      'Please unsubscribe me, and it still fails.',
    ],
  ])('hands the desk %s', async (_, text, words) => expect(await handed(text)).toEqual([words]));

  it.each([
    ['a number alone', '4/5'],
    ['a wish alone', 'STOP'],
    ['what a machine wrote', 'Automatic reply: I am out of the office until Monday'],
    ['a quotation alone', '> hello'],
  ])('hands it nothing of %s', async (_, text) => expect(await handed(text)).toEqual([]));
});

describe('intake refuses, each with a sentence that says what was found', () => {
  it.each([
    ['what is not JSON', '{"id": 1', 'not-json', /not JSON/],
    ['what is no envelope', { id: 'e1' }, 'malformed', /^source is missing; it should be a text\. An event has id,/],
    [
      'an envelope with an empty text',
      { id: '', source: 's' },
      'malformed',
      /^id is ""; it should be a text that is not empty\./,
    ],
    ['a list for an envelope', '[1]', 'malformed', /^the event is \[1\]; it should be an object in braces\. An event/],
    [
      'details that are none',
      { id: 'e1', source: 's', 'detail-type': 'a', detail: 'ada' },
      'malformed',
      /^detail is "ada"; it should be the fields of the event, such as \{"customerId": "ada"\}\. An event/,
    ],
    ['an event over 1 MiB', JSON.stringify({ x: 'x'.repeat(1_100_000) }), 'too-large', /1048576/],
    ['a value over 1 MiB', { x: 'x'.repeat(1_100_000) }, 'too-large', /1048576/],
    ['lists in each other without end', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-deep', /1100 times/],
    [
      'an unknown event',
      { id: 'e', source: 's', 'detail-type': 'nope', detail: {} },
      'unknown-type',
      /"nope".*events\.yaml/,
    ],
    [
      'a type called like a part of every object',
      { id: 'e', source: 's', 'detail-type': 'constructor', detail: {} },
      'unknown-type',
      /constructor/,
    ],
    [
      'an event of nobody',
      { id: 'e', source: 's', 'detail-type': 'survey', detail: {} },
      'no-customer',
      /customerId is missing/,
    ],
    [
      'an empty customer',
      { id: 'e', source: 's', 'detail-type': 'survey', detail: { customerId: '' } },
      'no-customer',
      /""/,
    ],
    [
      'a blank customer',
      { id: 'e', source: 's', 'detail-type': 'survey', detail: { customerId: ' \t' } },
      'no-customer',
      /customerId is " /,
    ],
    [
      'a customer whose digits were lost on the way',
      '{"id":"e","source":"s","detail-type":"survey","detail":{"customerId":9007199254740993}}',
      'no-customer',
      /9007199254740992/,
    ],
    [
      'a time that was never set',
      { id: 'e', source: 's', 'detail-type': 'survey', time: '1970-01-01T00:00:00Z', detail: { customerId: 'a' } },
      'malformed',
      /1970-01-01/,
    ],
    [
      'half a character as customer',
      { id: 'e', source: 's', 'detail-type': 'survey', detail: { customerId: '\ud83d' } },
      'no-customer',
      /Unicode/,
    ],
    [
      'a wrong type',
      { id: 'e', source: 's', 'detail-type': 'strict', detail: { ...FITTING, score: 'five' } },
      'schema',
      /score is "five"; it should be a number/,
    ],
    [
      'a word that is not allowed',
      { id: 'e', source: 's', 'detail-type': 'strict', detail: { ...FITTING, scale: 'stars' } },
      'schema',
      /one of nps, csat/,
    ],
    [
      'a score outside its scale',
      { id: 'e', source: 's', 'detail-type': 'survey', detail: { customerId: 'a', scale: 'csat', score: 9 } },
      'schema',
      /9/,
    ],
    [
      'a date that is none',
      { id: 'e', source: 's', 'detail-type': 'strict', detail: { ...FITTING, since: '2026-02-31' } },
      'schema',
      /since/,
    ],
    [
      'a zone that is none',
      { id: 'e', source: 's', 'detail-type': 'strict', detail: { ...FITTING, zone: 'Mars/Base' } },
      'schema',
      /zone/,
    ],
    [
      'a day that is none',
      { id: 'e', source: 's', 'detail-type': 'survey', time: '2026-02-30T12:00:00Z', detail: { customerId: 'a' } },
      'malformed',
      /2026-02-30/,
    ],
    [
      'a time of no zone',
      { id: 'e', source: 's', 'detail-type': 'survey', time: '2026-03-02 12:00', detail: { customerId: 'a' } },
      'malformed',
      /with its offset/,
    ],
    [
      'a time that is none',
      { id: 'e', source: 's', 'detail-type': 'survey', time: 'soon', detail: { customerId: 'a' } },
      'malformed',
      /"soon"/,
    ],
  ])('%s', async (_title, raw, reason, sentence) => {
    const { intake, store } = setUp();
    const error = await refusal(intake(raw));
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(sentence);
    expect(store.ids()).toEqual([]);
  });
});

describe('intake takes', () => {
  it('a customer id with any Unicode, and keeps customers apart', async () => {
    const { take, store } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (id) => {
        fc.pre(id.isWellFormed() && id.trim() !== '');
        await take('survey', { customerId: id, scale: 'nps', score: 3 });
        expect((await store.load(id))?.id).toBe(id);
      }),
      { numRuns: runs(60) },
    );
    await take('survey', { customerId: '__proto__', scale: 'nps', score: 3 });
    expect((await store.load('__proto__'))?.answers.nps?.score).toBe(3);
  });

  it('a time far in the future as now', async () => {
    const { take, store } = setUp();
    await take('survey', { customerId: 'a', scale: 'nps', score: 1 }, { time: '2999-01-01T00:00:00Z' });
    expect((await store.load('a'))?.mood.at).toBe(T0);
  });

  it('a bare date as midnight in the customer’s zone, from the event or as known', async () => {
    const { take, store } = setUp();
    await take('profile', { customerId: 'a', zone: 'America/New_York', since: '2026-01-10' });
    expect((await store.load('a'))?.attributes.since?.value).toBe('2026-01-10T05:00:00.000Z');
    await take('profile', { customerId: 'a', since: '2026-07-10' });
    expect((await store.load('a'))?.attributes.since?.value).toBe('2026-07-10T04:00:00.000Z');
  });

  it('a date with one read of the item, and over what others wrote since', async () => {
    const { take, store } = setUp();
    await take('profile', { customerId: 'a', zone: 'America/New_York' });
    const load = vi.spyOn(store, 'load');
    await Promise.all([
      take('profile', { customerId: 'a', since: '2026-07-10' }),
      take('profile', { customerId: 'a', email: 'ada@example.com' }),
    ]);
    expect(load).toHaveBeenCalledTimes(2);
    const { attributes, version } = (await store.load('a')) as CustomerState;
    expect(attributes).toMatchObject({ email: { value: 'ada@example.com' }, zone: { value: 'America/New_York' } });
    expect(attributes.since?.value).toBe('2026-07-10T04:00:00.000Z');
    expect(version).toBe(3);
  });

  it('a date of somebody who is new with one read too', async () => {
    const { take, store } = setUp();
    const load = vi.spyOn(store, 'load');
    await take('profile', { customerId: 'b', since: '2026-07-10' });
    expect(load).toHaveBeenCalledTimes(1);
    expect((await store.load('b'))?.version).toBe(1);
  });

  it('null as missing, and leaves out what is not declared', async () => {
    const { take } = setUp();
    expect(await take('profile', { customerId: 'a', email: null, other: {} })).toMatchObject({ status: 'applied' });
  });

  it('a repeat by the producer’s own key as a duplicate, whatever its envelope', async () => {
    const { take } = setUp();
    await take('keyed', { customerId: 'a', requestId: 'r1' });
    expect(await take('keyed', { customerId: 'a', requestId: 'r1' })).toMatchObject({ status: 'duplicate' });
    expect(await take('keyed', { customerId: 'a', requestId: 'r2' })).toMatchObject({ status: 'applied' });
  });

  it.each(Object.keys(saidByColleagues))(
    'a repeat of %s by the key of what was said, whatever its envelope',
    async (type) => {
      const { take } = intakeOf({ ...events, ...saidByColleagues });
      await take('profile', { customerId: 'a' });
      const detail = { customerId: 'a', task: 'e/act/1', text: 'Hello', by: 'bea', key: 'w1' };
      expect(await take(type, detail)).toMatchObject({ status: 'applied' });
      expect(await take(type, detail)).toMatchObject({ status: 'duplicate' });
      expect(await take(type, { ...detail, key: 'w2' })).toMatchObject({ status: 'applied' });
    },
  );

  it('the shape of another system, mapped', async () => {
    const { take } = setUp();
    const answer = await take('Order Created', { buyer: { id: 'a' } }, { source: 'shop' });
    expect(answer).toEqual({ status: 'applied', customer: 'a' });
  });

  it('scores and texts as evidence of mood, and none from a text it cannot read', async () => {
    const { take, store } = setUp();
    await take('survey', { customerId: 'a', scale: 'nps', score: 0, text: 'bad' });
    expect((await store.load('a'))?.evidence.map(({ value }) => value)).toEqual([-1, -1]);
    await take('survey', { customerId: 'b', text: '??' });
    expect((await store.load('b'))?.evidence).toEqual([]);
  });

  it('what came too late in part, and the whole of it once it was brought back from the shelf', async () => {
    const { take, clock } = setUp();
    const late = { id: 'late', time: new Date(T0).toISOString() };
    const survey = { customerId: 'a', scale: 'nps', score: 9 };
    for (let count = 0; count < 70; count++) {
      clock.now += 1000;
      await take('survey', survey);
    }
    const { status, stale } = await take('survey', survey, late);
    expect(status).toBe('stale');
    expect(stale).toMatchObject({ reason: 'stale', event: 'survey', id: 'late', customer: 'a' });
    expect(stale?.message).toContain('tactful redrive rejects --reason stale');
    const { back = '' } = labelReject({
      body: JSON.stringify({ ...stale, message: '', event: JSON.stringify(late) }),
    } as HeldMessage);
    const again = { ...late, ...JSON.parse(back) };
    expect(await take('survey', survey, again)).toEqual({ status: 'applied', customer: 'a' });
    expect(await take('survey', survey, again)).toMatchObject({ status: 'duplicate' });
  });

  it('no word of a producer that it was brought back', async () => {
    const { take, clock } = setUp();
    for (let count = 0; count < 70; count++) {
      clock.now += 1000;
      await take('survey', { customerId: 'a', scale: 'nps', score: 9 });
    }
    const late = { time: new Date(T0).toISOString() };
    const forged = { customerId: 'a', scale: 'nps', score: 9, redriven: true };
    expect(await take('survey', forged, late)).toMatchObject({ status: 'stale' });
    expect(await take('survey', forged, { ...late, redriven: 'yes' })).toMatchObject({ status: 'stale' });
  });

  it('no event of our own that nobody awaits', async () => {
    const { takeOurs, store } = setUp();
    expect(await takeOurs('gift', { customerId: 'a' })).toEqual({ status: 'skipped' });
    expect(await takeOurs('agent.task_created', { customerId: 'a' })).toEqual({ status: 'skipped' });
    expect(store.ids()).toEqual([]);
  });

  it.each([
    ['gift', {}],
    ['agent.task_created', {}],
    ['survey', { scale: 'nps', score: 3 }],
    ['survey', { scale: 'nps', score: 3, signature: 'x'.repeat(43) }],
    ['nope', { signature: ['x'] }],
  ])('no %s that others write in our name', async (type, detail) => {
    const { take, store } = setUp();
    const error = await refusal(take(type, { customerId: 'a', ...detail }, { source: 'tactful' }));
    expect(error).toMatchObject({ reason: 'forged', event: type });
    expect(error.message).toMatch(/we did not publish it.*Send it under a source of your own/);
    expect(store.ids()).toEqual([]);
  });

  it('what we published ourselves, once by its decision', async () => {
    const { take, takeOurs, store } = setUp();
    await take('survey', { customerId: 'a', scale: 'nps', score: 3 });
    const credit = { customerId: 'a', decision: 'e1/emit-credit/1' };
    expect((await takeOurs('credit', credit)).status).toBe('applied');
    expect((await takeOurs('credit', credit)).status).toBe('duplicate');
    expect((await store.load('a'))?.occurrences.credit).toHaveLength(1);
  });
});
