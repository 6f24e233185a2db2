import { describe, expect, it } from 'vitest';
import type { EventType } from '../../../language/catalogue/event.ts';
import { eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { field, intakeOf, refusal } from './support.ts';

const PROFILE = {
  email: field('email'),
  phone: field('phone'),
  firstName: field('text'),
  zone: field('zone'),
  locale: field('text'),
  country: field('text'),
  joined: field('date', true, { from: 'epoch-seconds' }),
  vip: field('boolean'),
};

const events: Record<string, EventType> = {
  profile: eventType({
    fields: PROFILE,
    sets: { ...Object.fromEntries(Object.keys(PROFILE).map((name) => [name, name])), since: 'joined' },
  }),
  greeted: eventType({
    fields: { first: field('text'), last: field('text') },
    sets: { name: '$trim(first & " " & last)', loud: '$uppercase(first)' },
  }),
  survey: eventType({
    fields: { scale: field(['nps', 'csat']), score: field('number'), text: field('text') },
    signals: [
      { score: 'score', scale: 'scale', weight: 1 },
      { text: 'text', weight: 0.7 },
    ],
  }),
  order: eventType({
    from: [
      {
        source: 'shop',
        detailType: 'order',
        fields: {
          customerId: '$string(detail.customer.id)',
          total: '$number(detail.total)',
          gift: '$number(detail.gift)',
          phone: 'detail.phone',
          key: '"order-" & detail.id',
        },
      },
    ],
    id: 'key',
    fields: { total: field('number', false), gift: field('number'), phone: field('phone'), key: field('text') },
    sets: { total: 'total', gift: 'gift', phone: 'phone' },
  }),
  fragile: eventType({ fields: { amount: field('text') }, sets: { amount: '$number(amount)' } }),
  lower: eventType({ customer: '$lowercase(customerId)', id: '$number(ref)', fields: { ref: field('text') } }),
  opened: eventType({
    fields: { ticketId: field('text', false) },
    opens: { kind: 'ticket', incident: 'ticketId' },
  }),
};

const at = (minutes: number) => ({ time: new Date(T0 + minutes * 60_000).toISOString() });

const setUp = () => {
  const world = intakeOf(events);
  const valuesOf = async (id: string): Promise<Record<string, unknown>> => {
    const { attributes = {} } = (await world.store.load(id)) ?? {};
    return Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
  };
  const rejectionsOf = async (id: string) =>
    ((await world.store.load(id))?.journal ?? []).flatMap((entry) =>
      entry.kind === 'rejected' ? [`${entry.reason}: ${entry.message}`] : [],
    );
  return { ...world, valuesOf, rejectionsOf };
};

describe('an optional field that does not fit', () => {
  it('is left out, told in the customer’s journal and counted, and the rest is taken', async () => {
    const { take, valuesOf, rejectionsOf } = setUp();
    const answer = await take('profile', { customerId: 'a', email: 'new@example.com', phone: 'none', zone: 'Mars' });
    expect(answer).toEqual({
      status: 'applied',
      customer: 'a',
      leftOut: { event: 'profile', fields: ['phone', 'zone'] },
    });
    expect(await valuesOf('a')).toEqual({ email: 'new@example.com' });
    expect(await rejectionsOf('a')).toEqual([
      'left-out: profile was taken without what does not fit: phone is "none"; it should be a phone with its country, such as +442079460000; zone is "Mars"; it should be a zone such as Europe/London.',
    ]);
  });

  it('is read without the blanks around it, however many stand there or within', async () => {
    const { take, valuesOf, rejectionsOf } = setUp();
    await take('profile', { customerId: 'a', email: ' \u200bnew@example.com\ufeff ', zone: ' '.repeat(100_000) });
    expect(await valuesOf('a')).toEqual({ email: 'new@example.com' });
    const began = performance.now();
    await take('profile', { customerId: 'a', zone: `1${' '.repeat(200_000)}1` });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await rejectionsOf('a')).at(-1)).toContain('it should be a zone');
  });

  it('is told once, however often the event comes', async () => {
    const { intake, rejectionsOf } = setUp();
    const event = { id: 'e', source: 's', 'detail-type': 'profile', detail: { customerId: 'a', phone: 'none' } };
    await intake(event);
    expect(await intake(event)).toEqual({ status: 'duplicate', customer: 'a' });
    expect(await rejectionsOf('a')).toHaveLength(1);
  });

  it('does not cost the comment that stands beside an odd score', async () => {
    const { take, store, rejectionsOf } = setUp();
    await take('survey', { customerId: 'a', scale: 'csat', score: 9, text: 'It broke' });
    const { evidence, answers } = (await store.load('a'))!;
    expect(evidence.map(({ because }) => because)).toEqual(['It broke']);
    expect(answers).toEqual({});
    expect(await rejectionsOf('a')).toEqual([
      expect.stringContaining('score does not fit: A csat score of 9 was found'),
    ]);
  });

  it('refuses an odd score alone', async () => {
    const { take } = setUp();
    expect((await refusal(take('survey', { customerId: 'a', scale: 'csat', score: 9 }))).reason).toBe('schema');
  });
});

it('a number where a date should be is told what declares it, and a date that can be read two ways how it is written', async () => {
  const type = eventType({ fields: { due: field('date', false) } });
  const { take } = intakeOf({ due: type });
  expect((await refusal(take('due', { customerId: 'a', due: 1772443200 }))).message).toBe(
    'due: the field due is 1772443200; it should be a date from 1901 to 2199 such as 2026-03-02, or say by `from` in events.yaml what the number counts.',
  );
  expect((await refusal(take('due', { customerId: 'a', due: '03/02/2026' }))).message).toBe(
    'due: the field due is "03/02/2026"; it should be a date from 1901 to 2199 such as 2026-03-02.',
  );
});

it('a number of a date that says already what it counts is not told to say so, and one in a list of things is', async () => {
  const counted = eventType({ fields: { due: field('date', false, { from: 'epoch-seconds' }) } });
  const list = eventType({ fields: { things: field({ list: { due: { type: 'date', optional: false } } }, false) } });
  const { take } = intakeOf({ counted, list });
  expect((await refusal(take('counted', { customerId: 'a', due: 1772443200000 }))).message).toBe(
    'counted: the field due is 1772443200000; it should be seconds since 1970 of a date from 1901 to 2199.',
  );
  expect((await refusal(take('list', { customerId: 'a', things: [{ due: 1772443200 }] }))).message).toContain(
    'or say by `from` in events.yaml what the number counts',
  );
});

describe('what people and systems write', () => {
  it('is taken as what it means', async () => {
    const { take, valuesOf, store } = setUp();
    await take('profile', {
      customerId: 7,
      email: ' ada@münchen.de\n',
      phone: '(0 30) 12 34 56',
      zone: ' Europe/Berlin ',
      joined: 1_775_781_000,
      vip: 'true',
    });
    expect(await valuesOf('7')).toEqual({
      email: 'ada@xn--mnchen-3ya.de',
      phone: '+4930123456',
      zone: 'Europe/Berlin',
      joined: '2026-04-10T00:30:00.000Z',
      since: '2026-04-10T00:30:00.000Z',
      vip: true,
    });
    await take('survey', { customerId: '7', scale: 'CSAT', score: '1' });
    expect((await store.load('7'))?.answers.csat?.score).toBe(1);
  });

  it('is read without what nobody sees around it', async () => {
    const { take, valuesOf } = setUp();
    await take('profile', { customerId: 'a', phone: '\u202a+44 7700 900123\u202c', email: '\u200eann@example.com\0' });
    expect(await valuesOf('a')).toEqual({ phone: '+447700900123', email: 'ann@example.com' });
  });

  it('is blank where nobody can see anything in it', async () => {
    const { take, valuesOf } = setUp();
    const blanks = { firstName: ' \u00ad\u200e\0', email: '', phone: '\u200b', zone: '\u00a0', locale: '\u3164' };
    expect(await take('profile', { customerId: 'a', ...blanks })).toEqual({ status: 'applied', customer: 'a' });
    expect(await valuesOf('a')).toEqual({});
  });

  it.each([
    ['the country that the event says', { country: 'FR', locale: 'en-GB', zone: 'Asia/Tokyo' }, {}, '+33612345678'],
    ['the region of its locale', { locale: 'de_CH' }, { country: 'FR' }, '+41612345678'],
    ['the country of its zone', { zone: 'Europe/Vienna' }, {}, '+43612345678'],
    ['the country that is known', {}, { country: 'FR', locale: 'en-GB' }, '+33612345678'],
    ['the locale that is known', {}, { locale: 'fr-FR' }, '+33612345678'],
    ['a country with blanks around it', { country: ' fr\n', zone: 'Europe/Vienna' }, {}, '+33612345678'],
    ['nobody, where the event says a country in words', { country: 'France', zone: 'Europe/Vienna' }, {}, undefined],
    ['nobody, where the event says a country by another code', { country: 'FRA', locale: 'de' }, {}, undefined],
    ['nobody, where a country is known in words', {}, { country: 'Deutschland' }, undefined],
    ['the event’s country, where one is known in words', { country: 'FR' }, { country: 'Deutschland' }, '+33612345678'],
    ['the country of the policy’s zone', {}, {}, '+44612345678'],
  ])('is a phone number of %s', async (_title, fields, profile, number) => {
    const { take, valuesOf } = setUp();
    await take('profile', { customerId: 'a', ...profile });
    await take('profile', { customerId: 'a', phone: '06 12 34 56 78', ...fields });
    expect((await valuesOf('a')).phone).toBe(number);
  });
});

it('a phone number of nobody’s country is one of the policy’s', async () => {
  const { take, store } = intakeOf(events, { country: 'NO' });
  await take('profile', { customerId: 'a', phone: '22 82 46 00' });
  expect((await store.load('a'))?.attributes.phone?.value).toBe('+4722824600');
});

describe('null', () => {
  it('takes an attribute away, and an older event does not bring it back', async () => {
    const { take, valuesOf, store, clock } = setUp();
    clock.now = T0 + 60 * 60_000;
    await take('profile', { customerId: 'a', phone: '+447700900123', firstName: 'Ann' }, at(1));
    await take('profile', { customerId: 'a', phone: null }, at(5));
    expect(await valuesOf('a')).toEqual({ firstName: 'Ann' });
    expect((await store.load('a'))?.cleared).toEqual({
      phone: { provenance: 'stated', event: 'profile', at: T0 + 5 * 60_000 },
    });
    await take('profile', { customerId: 'a', phone: '+447700900124' }, at(3));
    expect(await valuesOf('a')).toEqual({ firstName: 'Ann' });
    await take('profile', { customerId: 'a', phone: '+447700900125' }, at(7));
    expect(await valuesOf('a')).toEqual({ firstName: 'Ann', phone: '+447700900125' });
    expect((await store.load('a'))?.cleared).toBeUndefined();
    await take('profile', { customerId: 'a', phone: null }, at(6));
    expect(await valuesOf('a')).toEqual({ firstName: 'Ann', phone: '+447700900125' });
  });

  it('counts for a customer of whom nothing is known yet', async () => {
    const { take, valuesOf, clock } = setUp();
    clock.now = T0 + 60 * 60_000;
    await take('profile', { customerId: 'a', phone: null }, at(5));
    await take('profile', { customerId: 'a', phone: '+447700900124' }, at(3));
    expect(await valuesOf('a')).toEqual({});
  });

  it('takes away what an expression made of it, where nothing is left to make', async () => {
    const { take, valuesOf } = setUp();
    await take('greeted', { customerId: 'a', first: 'Ann', last: 'Lee' }, at(-5));
    await take('greeted', { customerId: 'a', first: null, last: 'Lee' }, at(-4));
    expect(await valuesOf('a')).toEqual({ name: 'Lee' });
  });

  it('reaches through the shape of another system', async () => {
    const { take, valuesOf } = setUp();
    const order = { customer: { id: 1 }, total: 1, id: 1 };
    await take('order', { ...order, phone: '+447700900123' }, { source: 'shop', ...at(-5) });
    await take('order', { ...order, id: 2, phone: null }, { source: 'shop', ...at(-4) });
    expect(await valuesOf('1')).toEqual({ total: 1 });
  });

  it('of all that an expression reads takes away what it made', async () => {
    const { take, valuesOf } = setUp();
    await take('greeted', { customerId: 'a', first: 'Ann', last: 'Lee' }, at(-5));
    await take('greeted', { customerId: 'a', first: null, last: null }, at(-4));
    expect(await valuesOf('a')).toEqual({});
  });

  it('is not what an expression makes of fields that are not there', async () => {
    const { take, valuesOf } = setUp();
    await take('greeted', { customerId: 'a', first: 'Ann' }, at(-5));
    await take('greeted', { customerId: 'a' }, at(-4));
    expect(await valuesOf('a')).toEqual({ name: 'Ann', loud: 'ANN' });
  });

  it('blanks leave an attribute as it is', async () => {
    const { take, valuesOf } = setUp();
    await take('profile', { customerId: 'a', firstName: 'Ann' }, at(-5));
    await take('profile', { customerId: 'a', firstName: ' ' }, at(-4));
    expect(await valuesOf('a')).toEqual({ firstName: 'Ann' });
  });
});

describe('an expression that fails over what came', () => {
  it('refuses the event by the field that has to be there', async () => {
    const { take } = setUp();
    const error = await refusal(take('order', { customer: { id: 8 }, total: '12,50' }, { source: 'shop' }));
    expect(error).toMatchObject({ reason: 'schema', customer: '8' });
    expect(error.message).toBe(
      'order: the field total is not there: $number(detail.total) cannot be worked out: Unable to cast value to a number: "12,50".',
    );
  });

  it('leaves out a field that may be missing', async () => {
    const { take, valuesOf, rejectionsOf } = setUp();
    await take('order', { customer: { id: 8 }, total: '12.50', gift: 'x' }, { source: 'shop' });
    expect(await valuesOf('8')).toEqual({ total: 12.5 });
    expect(await rejectionsOf('8')).toEqual([expect.stringContaining('gift is not there: $number(detail.gift)')]);
  });

  it.each([
    ['customer', 'order', { customer: { id: JSON.parse('9007199254740993') }, total: 1 }, 'no-customer', /as text/],
    ['id', 'lower', { customerId: 'a', ref: 'x' }, 'schema', /the key of the event, \$number\(ref\)/],
    ['sets', 'fragile', { customerId: 'a', amount: '1,5' }, 'expression', /\$number\(amount\) cannot be worked out/],
  ])('refuses the event by its %s', async (_place, type, detail, reason, message) => {
    const { take, store } = setUp();
    const error = await refusal(take(type, detail, type === 'order' ? { source: 'shop' } : {}));
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(message);
    expect(store.ids()).toEqual([]);
  });

  it('of whose event it is, works on the id as text', async () => {
    const { take, store } = setUp();
    await take('lower', { customerId: 70 });
    expect(store.ids()).toEqual(['70']);
  });
});

describe('ids that are numbers', () => {
  it('are kept digit for digit: two customers stay two', async () => {
    const { take, store } = setUp();
    const ids = [5_890_840_712_243_076, 5_890_840_712_243_077];
    for (const id of ids) await take('order', { customer: { id }, total: 1, id }, { source: 'shop' });
    for (const id of ids) await take('profile', { customerId: id });
    expect(store.ids()).toEqual(ids.map(String));
  });

  it('are keys of repeats digit for digit', async () => {
    const { take } = setUp();
    const order = (id: number) => take('order', { customer: { id: 1 }, total: 1, id }, { source: 'shop' });
    expect((await order(5_890_840_712_243_076)).status).toBe('applied');
    expect((await order(5_890_840_712_243_077)).status).toBe('applied');
    expect((await order(5_890_840_712_243_076)).status).toBe('duplicate');
  });

  it('open the incident that they name', async () => {
    const { take, store } = setUp();
    await take('opened', { customerId: 'a', ticketId: 5_890_840_712_243_076 });
    expect(Object.keys((await store.load('a'))?.incidents ?? {})).toEqual(['ticket:5890840712243076']);
  });
});
