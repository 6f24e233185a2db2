import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { isBehind, keyOf, markSeen } from '../../../core/customer/seen.ts';
import { HOUR, SECOND } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const events = {
  click: eventType({ awaited: true }),
  order: eventType(),
  said: eventType({
    fields: { score: { type: 'number', optional: true, provenance: 'stated' } },
    signals: [{ value: 1, weight: 1 }],
  }),
  told: eventType({
    sets: { email: 'email' },
    fields: { email: { type: 'email', optional: true, provenance: 'stated' } },
  }),
};
const shop = () => catalogue({ events, journeys: { thanks: journey('thanks', 'order') } });
const at = (time: number) => ({ at: new Date(time).toISOString() });

/** So many clicks, a second apart, from T0 on. */
const clicking = async (count: number, type = 'click') => {
  const ada = oneCustomer(shop());
  for (let index = 0; index < count; index++) {
    ada.clock.now = T0 + (index + 1) * SECOND;
    await ada.event(type);
  }
  return ada;
};

describe('an event that comes late to a busy customer', () => {
  it('is taken whole, however many newer ones of other types there are', async () => {
    const ada = await clicking(300);
    expect(await ada.event('order', {}, at(T0))).toBe('applied');
    expect(await ada.event('said', {}, { ...at(T0), signals: [{ value: -1, weight: 1, because: 'Angry.' }] })).toBe(
      'applied',
    );
    expect(ada.journal.map(({ kind }) => kind)).toEqual(['entered', 'signal']);
  });

  it('is known as a repeat for as long, though others came meanwhile', async () => {
    const ada = oneCustomer(shop());
    await ada.event('order', {}, { id: 'o1' });
    for (let index = 0; index < 300; index++) {
      ada.clock.now += SECOND;
      await ada.event('click');
    }
    expect(await ada.event('order', {}, { id: 'o1', ...at(T0) })).toBe('duplicate');
  });

  it('is stale only where it may be a repeat of its own type', async () => {
    const ada = await clicking(70);
    expect(await ada.event('click', {}, at(T0))).toBe('stale');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'rejected', reason: 'stale', event: 'click' });
  });

  it('is never stale where it only says a fact, which is told by its own time', async () => {
    const ada = await clicking(70, 'told');
    expect(await ada.event('told', { email: 'ada@example.com' }, at(T0))).toBe('applied');
    expect((await ada.state()).attributes.email?.value).toBe('ada@example.com');
    expect(ada.journal).toEqual([]);
  });

  it('is taken where it happened before 1970, as the first that is known of somebody', async () => {
    for (const time of [0, -86_400_000]) {
      const ada = oneCustomer(shop());
      expect(await ada.event('order', {}, at(time))).toBe('applied');
      expect(await ada.event('order', {}, { id: 'e1', ...at(time) })).toBe('duplicate');
    }
  });
});

describe('an event that was brought back', () => {
  it('is taken however late it is, once', async () => {
    const ada = await clicking(70, 'order');
    await ada.finish('thanks');
    const late = { id: 'late', ...at(T0), redriven: true as const };
    expect(await ada.event('order', {}, { ...late, redriven: undefined as never })).toBe('stale');
    expect(await ada.event('order', {}, late)).toBe('applied');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'entered', journey: 'thanks' });
    for (const again of [late, { id: 'late', ...at(T0) }])
      expect(await ada.event('order', {}, again)).toBe('duplicate');
  });
});

describe('what is remembered', () => {
  const someTypes = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 400 });

  it('is bounded, and whatever is forgotten is called late from then on', () => {
    fc.assert(
      fc.property(someTypes, fc.infiniteStream(fc.nat({ max: 1000 })), (types, times) => {
        const state = { seen: {}, seenSince: 0 } as unknown as Parameters<typeof markSeen>[0];
        const all: { type: string; at: string; id: string }[] = [];
        for (const [index, type] of types.entries()) {
          const time = T0 + (times.next().value ?? 0) * HOUR;
          const event = { id: `e${index}`, type: `t${type}`, at: new Date(time).toISOString() };
          if (!isBehind(state, { ...event, fields: {}, signals: [] }))
            markSeen(state, keyOf(event.id), event.type, time);
          all.push(event);
        }
        expect(Object.keys(state.seen).length).toBeLessThanOrEqual(LIMITS.seen);
        expect(Object.keys(state.seenOf ?? {}).length).toBeLessThanOrEqual(LIMITS.seenTypes);
        for (const event of all)
          expect(
            Object.hasOwn(state.seen, keyOf(event.id)) || isBehind(state, { ...event, fields: {}, signals: [] }),
          ).toBe(true);
      }),
    );
  });

  it('of items of before counts for every type, and is forgotten first', () => {
    const state = { seen: { old: T0 }, seenSince: T0 - HOUR } as unknown as Parameters<typeof markSeen>[0];
    expect(isBehind(state, { id: 'a', type: 'x', ...at(T0 - HOUR), fields: {}, signals: [] })).toBe(true);
    for (let index = 0; index < LIMITS.seen; index++) markSeen(state, `k${index}`, `t${index % 32}`, T0 + index);
    expect(Object.keys(state.seen)).toHaveLength(LIMITS.seen);
  });
});
