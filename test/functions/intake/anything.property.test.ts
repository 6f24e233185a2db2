import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toItem } from '../../../core/customer/model/item.ts';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { NamedType } from '../../../language/catalogue/field-type.ts';
import { eventType } from '../../support/catalogue.ts';
import { runs } from '../../support/depth.ts';
import { hostileText } from '../../support/hostile.ts';
import { field, intakeOf } from './support.ts';

const FIELDS = {
  ...Object.fromEntries(NamedType.options.map((type) => [type, field(type)])),
  needed: field('text', false),
  word: field(['nps', 'csat']),
  seconds: field('date', true, { from: 'epoch-seconds' }),
  milliseconds: field('date', true, { from: 'epoch-milliseconds' }),
  constructor: field('text'),
  things: field({ list: { name: { type: 'text', optional: false }, when: { type: 'date', optional: true } } }),
};

/** Whatever an event may mean, with expressions that fail over much of what comes. */
const greedy: Partial<EventType> = {
  fields: FIELDS,
  sets: {
    ...Object.fromEntries(Object.keys(FIELDS).map((name) => [name, name])),
    sum: 'number + 1',
    loud: '$uppercase(text)',
    far: '$fromMillis(number)',
    cast: '$number(word)',
  },
  opens: { kind: 'ticket', incident: 'text & number' },
  closes: { kind: 'failure', incident: '$string(number)' },
  consent: { topic: '$lowercase(text)', channel: 'word', choice: 'boolean ? "granted" : "withdrawn"' },
  signals: [
    { score: 'number', scale: 'word', weight: 1 },
    { text: 'text', weight: 0.7 },
    { text: '$string(number)', weight: 0.1 },
  ],
  byCustomer: true,
  awaited: true,
  kept: Object.keys(FIELDS),
};

const events: Record<string, EventType> = {
  greedy: eventType(greedy),
  casting: eventType({ ...greedy, id: '$number(text)', customer: '$string($number(customerId) + 1)' }),
  mapped: eventType({
    ...greedy,
    from: [
      {
        source: 'shop',
        detailType: 'many',
        each: 'detail.things',
        where: '$number(detail.number) > 0 or $exists(element.name)',
        fields: { customerId: 'detail.customerId', needed: '$uppercase(element.name)', date: 'element.when' },
      },
      {
        source: 'shop',
        detailType: 'order',
        fields: {
          customerId: '$string(detail.customerId)',
          needed: '"a" & detail.text & detail.number',
          text: '$join(detail.text, ",")',
          number: '$sum(detail.number) * 2',
          date: '$fromMillis(detail.date)',
          word: 'detail.word[0].x',
          phone: 'detail.phone.phone',
          url: 'detail.**',
          boolean: 'detail.boolean and detail.needed',
        },
      },
    ],
  }),
};

const hostile = fc.constantFrom<unknown>(
  Number.MAX_SAFE_INTEGER + 1,
  1e308,
  -0,
  '',
  ' ',
  '\ud83d',
  '__proto__',
  '2026-02-31',
  '1970-01-01',
  '+0',
  '@',
  JSON.parse('{"__proto__": {"customerId": "a"}, "constructor": 1, "_jsonata_lambda": true, "sequence": true}'),
  JSON.parse(`${'['.repeat(900)}1${']'.repeat(900)}`),
  JSON.parse(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`),
);

const any = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostile, hostileText(200), fc.double(), fc.maxSafeInteger());
const id = fc.constantFrom<unknown>('a', 7, 'b');
const detail = fc.record(
  {
    customerId: fc.oneof({ weight: 4, arbitrary: id }, { weight: 1, arbitrary: any }),
    ...Object.fromEntries(Object.keys(FIELDS).map((name) => [name, any])),
    things: fc.oneof(any, fc.array(fc.oneof(any, fc.record({ name: any, when: any })))),
    word: fc.oneof(any, fc.constantFrom<unknown>('nps', 'CSAT')),
    needed: fc.oneof({ weight: 4, arbitrary: fc.constant<unknown>('x') }, { weight: 1, arbitrary: any }),
  },
  { requiredKeys: [] },
);

/** Mostly envelopes, each place of which may hold anything; sometimes anything at all. */
const arriving = fc.oneof(
  { weight: 1, arbitrary: any },
  {
    weight: 9,
    arbitrary: fc.record({
      id: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: any }),
      source: fc.oneof({ weight: 9, arbitrary: fc.constant('shop') }, { weight: 1, arbitrary: any }),
      'detail-type': fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('greedy', 'casting', 'order', 'many') },
        { weight: 1, arbitrary: any },
      ),
      time: fc.oneof({ weight: 9, arbitrary: fc.constant('2026-03-02T10:00:00Z') }, { weight: 1, arbitrary: any }),
      detail: fc.oneof({ weight: 9, arbitrary: detail }, { weight: 1, arbitrary: any }),
    }),
  },
);

it('whatever JSON arrives is taken, or rejected with a reason that people can read', async () => {
  const reasons = new Set<string>();
  const world = intakeOf(events);
  await fc.assert(
    fc.asyncProperty(arriving, fc.boolean(), async (event, asText) => {
      try {
        const { status, customer } = await world.intake(asText ? JSON.stringify(event) : event);
        reasons.add(status);
        // A shape of another system with no element for us, and nothing but that, is nobody's.
        if (customer === undefined) {
          expect(status).toBe('skipped');
          return;
        }
        const state = await world.store.load(customer);
        expect(state).toBeDefined();
        expect(Buffer.byteLength(toItem(state!))).toBeLessThan(16_384);
      } catch (error) {
        expect(error).toBeInstanceOf(EventRejected);
        const { reason, message } = error as EventRejected;
        reasons.add(reason);
        expect(message).toMatch(/\S/);
        expect(message.isWellFormed()).toBe(true);
        expect(message.length).toBeLessThan(2000);
      }
    }),
    { numRuns: runs(200) },
  );
  // Whatever can come out of it did.
  for (const reason of ['applied', 'malformed', 'unknown-type', 'no-customer', 'schema', 'expression'])
    expect(reasons).toContain(reason);
});

it.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
])('%s in each other, thousands of times, are refused wherever they stand', async (_kind, open, close) => {
  const { intake } = intakeOf(events);
  for (const depth of [1200, 10_000, 100_000]) {
    const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
    const envelope = (place: Record<string, string>) => {
      const all = { id: '"e"', source: '"s"', 'detail-type': '"greedy"', detail: '{"customerId":"a"}', ...place };
      return `{${Object.entries(all).map(([name, json]) => `"${name}":${json}`)}}`;
    };
    const places = Object.fromEntries(['id', 'source', 'detail-type', 'time'].map((name) => [name, { [name]: deep }]));
    const bodies = [deep, ...Object.values(places).map(envelope), envelope({ detail: `{"text":${deep}}` })];
    for (const body of bodies) {
      const reason = depth * open.length > 500_000 ? /too-deep|too-large/ : /too-deep/;
      await expect(intake(body).catch(({ reason: actual }) => actual)).resolves.toMatch(reason);
      await expect(intake(JSON.parse(body)).catch(({ reason: actual }) => actual)).resolves.toMatch(reason);
    }
  }
  const cut = open.repeat(10_000);
  await expect(intake(cut)).rejects.toMatchObject({ reason: 'not-json' });
});
