import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTake } from '../../../functions/intake/take.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { field, intakeOf } from './support.ts';

const MINUTE = 60_000;
const fields = {
  key: field('text', false),
  plan: field('text'),
  ref: field('text'),
  points: field('number'),
  topic: field('text'),
  choice: field(['granted', 'withdrawn']),
  other: field('text'),
  text: field('text'),
};

/** What comes as one of several: each element says by `type` which event it is. */
const element = (type: string, more: Partial<EventType>): EventType =>
  eventType({
    fields,
    id: 'key',
    each: 'detail.events',
    from: [
      {
        source: 'shop',
        detailType: 'batch',
        where: `element.type = "${type}"`,
        fields: {
          customerId: 'element.customerId',
          ...Object.fromEntries(Object.keys(fields).map((name) => [name, `element.${name}`])),
        },
      },
    ],
    ...more,
  });

const events: Record<string, EventType> = {
  told: element('told', { sets: { plan: 'plan', points: 'points + 1' }, byCustomer: true }),
  failed: element('failed', { opens: { kind: 'failure', incident: 'ref' } }),
  mended: element('mended', { closes: { kind: 'failure', incident: 'ref' } }),
  chose: element('chose', { consent: { topic: 'topic', choice: 'choice' }, byCustomer: true }),
  wrote: element('wrote', { signals: [{ text: 'text', weight: 0.7 }], byCustomer: true, awaited: true }),
  joined: element('joined', { merges: 'other' }),
};

const of = fc.constantFrom;
const whose = of<unknown>('ada', 'ben', 'cleo', 7);
const good = fc.record(
  {
    type: of(...Object.keys(events)),
    key: of('1', '2', '3', '4', '5', '6', '7', '8', '9'),
    customerId: whose,
    plan: of<unknown>('free', 'team', null),
    ref: of('r1', 'r2'),
    points: of<unknown>(1, 2, 'many'),
    topic: of('tips', 'offers'),
    choice: of('granted', 'withdrawn', 'perhaps'),
    other: of('ada', 'ben', 'cleo'),
    text: of('bad', '??'),
  },
  { requiredKeys: ['type', 'key', 'customerId'] },
);
/** What is refused beside them, or passed over. */
const poisoned = fc.oneof(
  good.map(({ customerId: _, ...rest }) => rest),
  good.map(({ key: _, ...rest }) => rest),
  good.map((rest) => ({ ...rest, customerId: '' })),
  good.map((rest) => ({ ...rest, type: 'unheard-of' })),
  of<unknown>(5, null, 'told', []),
);
const group = fc.record({
  at: fc.integer({ min: -60, max: 30 }),
  elements: fc.array(fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: poisoned }), {
    minLength: 1,
    maxLength: 7,
  }),
});

/** Of one of several waves, all of a time. */
interface Envelope {
  wave: number;
  at: number;
  elements: unknown[];
}

/** Takes envelopes one after the other, and tells all that came of them. */
const play = async (envelopes: Envelope[]) => {
  const world = intakeOf(events);
  const refused = new Set<number>();
  const counts: Record<string, number> = {};
  for (const [number, { wave, at, elements }] of envelopes.entries()) {
    const take = createTake({
      intake: world.intake,
      tagReader: async () => () => undefined,
      correspondentAt: async () => undefined,
      rejects: async () => void refused.add(wave),
      keepPast: async () => {},
      count: (name, by = {}) => {
        const all = [name, ...Object.values(by)].join(' ');
        counts[all] = (counts[all] ?? 0) + 1;
      },
    });
    const time = new Date(T0 + at * MINUTE).toISOString();
    const detail = { events: elements };
    await take(JSON.stringify({ id: `e${number}`, source: 'shop', 'detail-type': 'batch', time, detail }));
  }
  const states = await Promise.all(world.store.ids().map((id) => world.store.load(id)));
  const { Applied, Duplicate } = counts;
  const leftOut = Object.entries(counts).filter(([name]) => name.startsWith('FieldsLeftOut'));
  return { states, journal: world.journal, refused, counted: { Applied, Duplicate, ...Object.fromEntries(leftOut) } };
};

it('what comes of events is the same, however many of them stand in one envelope', async () => {
  const waves = fc.array(group, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(waves, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), async (arrivals, sizes) => {
      const split = (sizeOf: (length: number) => number): Envelope[] =>
        arrivals.flatMap(({ at, elements }, wave) => {
          const parts: Envelope[] = [];
          for (let from = 0; from < elements.length; from += parts.at(-1)?.elements.length ?? 0)
            parts.push({ wave, at, elements: elements.slice(from, from + sizeOf(elements.length)) });
          return parts;
        });
      const alone = await play(split(() => 1));
      expect(await play(split((length) => length))).toEqual(alone);
      expect(await play(split(() => sizes.next().value))).toEqual(alone);
    }),
    { numRuns: runs(40) },
  );
});
