import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

const CORRECTED = 'customer.fact_corrected';
const text = (provenance: 'stated' | 'inferred' | 'observed') => ({
  type: 'text' as const,
  optional: true,
  provenance,
});
const workflows = catalogue({
  events: {
    [CORRECTED]: { ...BUILT_IN[CORRECTED]!, kept: [], awaited: false },
    said: eventType({ fields: { city: text('stated') }, sets: { city: 'city' } }),
    guessed: eventType({
      fields: { city: text('inferred'), company: text('inferred') },
      sets: { city: 'city', company: 'company' },
    }),
    seen: eventType({ fields: { plan: text('observed') }, sets: { plan: 'plan' } }),
  },
});

interface Telling {
  type: string;
  fields: Record<string, unknown>;
  at: number;
}

const stateAfter = async (tellings: Telling[]) => {
  const ada = oneCustomer(workflows);
  ada.clock.now = T0 + 100 * HOUR;
  for (const { type, fields, at } of tellings)
    await ada.event(type, fields, { at: new Date(at).toISOString(), id: JSON.stringify([type, fields, at]) });
  const { attributes, cleared = {} } = await ada.state();
  return { attributes, cleared, journal: ada.journal };
};

const correct = (attribute: string, value: string | undefined, at: number): Telling => ({
  type: CORRECTED,
  fields: { attribute, ...(value === undefined ? {} : { value }) },
  at,
});

describe('a fact that its customer corrects', () => {
  it('is theirs from then on, as they told it', async () => {
    const { attributes, journal } = await stateAfter([
      { type: 'guessed', fields: { city: 'Ulm' }, at: T0 },
      correct('city', 'Bonn', T0 + HOUR),
    ]);
    expect(attributes.city).toMatchObject({ value: 'Bonn', provenance: 'stated', event: CORRECTED });
    expect(journal.at(-1)).toMatchObject({ kind: 'corrected', attribute: 'city', change: 'changed', was: 'inferred' });
    expect(JSON.stringify(journal.at(-1))).not.toMatch(/Ulm|Bonn/);
  });

  it('is gone without a value, and what is older does not bring it back', async () => {
    const { attributes } = await stateAfter([
      { type: 'guessed', fields: { company: 'Acme' }, at: T0 + HOUR },
      correct('company', undefined, T0 + 2 * HOUR),
      { type: 'guessed', fields: { company: 'Acme' }, at: T0 + 2 * HOUR },
      { type: 'guessed', fields: { company: 'Acme' }, at: T0 },
    ]);
    expect(attributes.company).toBeUndefined();
    const again = await stateAfter([
      correct('company', undefined, T0 + 2 * HOUR),
      { type: 'guessed', fields: { company: 'Acme' }, at: T0 + 3 * HOUR },
    ]);
    expect(again.attributes.company).toMatchObject({ value: 'Acme' });
  });

  it('is not what we saw ourselves, nor what nobody tells us', async () => {
    const { attributes, journal } = await stateAfter([
      { type: 'seen', fields: { plan: 'pro' }, at: T0 },
      correct('plan', 'free', T0 + HOUR),
      correct('plan', undefined, T0 + HOUR),
      correct('__proto__', 'x', T0 + HOUR),
      correct('shoe', '42', T0 + HOUR),
    ]);
    expect(attributes).toEqual({ plan: expect.objectContaining({ value: 'pro' }) });
    expect(journal.filter((entry) => entry.kind === 'rejected')).toHaveLength(4);
  });

  it('comes to the same in whatever order and however often it is told', async () => {
    const telling = fc.oneof(
      fc.record({
        type: fc.constantFrom('said', 'guessed'),
        fields: fc.record({ city: fc.constantFrom('Ulm', 'Bonn', 'Kiel') }),
        at: fc.integer({ min: 0, max: 4 }).map((hour) => T0 + hour * HOUR),
      }),
      fc
        .tuple(fc.constantFrom('Ulm', 'Bonn', undefined), fc.integer({ min: 0, max: 4 }))
        .map(([value, hour]) => correct('city', value, T0 + hour * HOUR + HOUR / 2)),
    );
    const cityOf = ({ attributes, cleared }: Awaited<ReturnType<typeof stateAfter>>) => {
      const { since: _, ...city } = attributes.city ?? { since: 0 };
      return { city, cleared: cleared.city };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(telling, { minLength: 1, maxLength: 5, selector: ({ at }) => at }),
        fc.infiniteStream(fc.nat()),
        async (all, draws) => {
          const shuffled = [...all, ...all].sort(() => ((draws.next().value ?? 0) % 2 === 0 ? 1 : -1));
          expect(cityOf(await stateAfter(shuffled))).toEqual(cityOf(await stateAfter(all)));
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
