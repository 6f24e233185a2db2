import { describe, expect, it } from 'vitest';
import type { RefusedKind } from '../../../core/customer/model/refused-kind.ts';
import { explain } from '../../../core/explain/explain.ts';
import type { Gesture } from '../../../language/catalogue/gesture.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { journey, moment, policy } from '../../support/catalogue.ts';
import { gesture, gestures, give, givenCustomer, givingCatalogue } from '../../support/gestures.ts';

/** What a second gesture of these kinds comes to, within days of the first, and what would have changed it. */
const second = async (
  kinds: Record<string, Partial<Gesture>>,
  more: { caps?: typeof policy.caps; atMost?: number; customer?: number } = {},
) => {
  const limits = more.customer === undefined ? {} : { customer: { of: 'cost' as const, most: more.customer } };
  const all = Object.fromEntries(Object.entries(kinds).map(([kind, settings]) => [kind, gesture(settings)]));
  const definitions = gestures({ kinds: all, limits });
  const workflows = givingCatalogue(definitions, give({ atMost: more.atMost }), {
    policy: { ...policy, caps: more.caps },
  });
  const ada = givenCustomer(workflows);
  await ada.event('start');
  await ada.run();
  await ada.event('credit.applied', { ref: 'r1' });
  await ada.finish('hello');
  ada.clock.now += DAY;
  await ada.event('start');
  await ada.run();
  const { decisions } = explain({ customer: 'ada', timeline: ada.journal }, workflows, { zone: 'UTC' });
  return decisions.at(-1)!;
};

describe('a gesture that was not given', () => {
  it('is explained by all that spoke against each kind, not by what was told first', async () => {
    const { decision, rested, otherwise } = await second({ credit: { again: 14 * 86_400 } }, { customer: 500 });
    expect(decision.basis?.gestures).toEqual([{ kind: 'credit', why: 'lately', also: ['customer-budget'] }]);
    expect(rested).toEqual([
      '“credit”: they were given it lately; what this customer may get in a quarter is used up.',
    ]);
    expect(otherwise).toEqual(['It takes a longer time since the last of its kind and more room in its budgets.']);
  });

  it('takes another kind where it does not fit them, whatever else spoke against it', async () => {
    const kinds = { credit: { again: 14 * 86_400 }, points: { when: 'customer.tenureDays > 9999', cost: 900 } };
    const { otherwise } = await second(kinds, { customer: 900 });
    expect(otherwise).toEqual([
      'It takes a longer time since the last of its kind and more room in its budgets, or another kind that fits them.',
    ]);
  });
});

describe('a gesture that a cap kept back', () => {
  const caps = { emits: { count: 1, seconds: 7 * 86_400 } };
  const hadRoom = 'There is room under 1 per week of credit.granted from Mon 9 Mar 2026, 10:00 +00:00.';

  it('is about the event whose cap is full, whichever kind was looked at first', async () => {
    const strangers = { vip: { when: 'customer.tenureDays > 9999', emit: 'vip.granted' } };
    const { decision, otherwise, unsure } = await second({ ...strangers, credit: {} }, { caps });
    expect(unsure).toBeUndefined();
    expect(decision).toMatchObject({ reason: 'emit-cap', moment: 'credit.granted' });
    expect(otherwise.map((line) => line.replace('Mon, 9', 'Mon 9'))).toEqual([hadRoom]);
  });

  it('is told what it takes besides', async () => {
    const { otherwise } = await second({ credit: { again: 14 * 86_400 } }, { caps });
    expect(otherwise[1]).toBe('Besides it takes a longer time since the last of its kind.');
  });
});

describe('a message that offers gestures', () => {
  const linesOffered = (kinds: RefusedKind[], offerable: number) => {
    const workflows = givingCatalogue(gestures(), give(), {
      moments: { choice: moment('choice', { gestures: ['credit', 'points'] }) },
      journeys: { hello: journey('hello', 'start') },
    });
    const at = '2026-03-02T10:00:00.000Z';
    const decision = {
      ...{ kind: 'decision' as const, at, customer: 'ada', journey: 'hello', enrolment: 'n1', step: 's', visit: 1 },
      ...{ moment: 'choice', purpose: 'care' as const, outcome: 'suppressed' as const, reason: 'no-gesture' as const },
      ...{ because: '', basis: { gestures: kinds, offerable } },
    };
    return explain({ customer: 'ada', timeline: [decision] }, workflows, { zone: 'UTC' }).decisions[0]?.otherwise;
  };

  it('takes what each kind takes where all of them are needed', () => {
    const both: RefusedKind[] = [
      { kind: 'credit', why: 'customer-budget', also: ['lately'] },
      { kind: 'points', why: 'cap' },
    ];
    const ofCredit = 'more room in its budgets and a longer time since the last of its kind';
    const ofPoints = 'room under the caps on gestures and on its event';
    expect(linesOffered(both, 0)).toEqual([`For 2 of the list to be given, it takes ${ofCredit}, and ${ofPoints}.`]);
    expect(linesOffered(both.slice(1), 1)).toEqual([`For 2 of the list to be given, it takes ${ofPoints}.`]);
  });
});
