import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budgets } from '../../../functions/shared/stores/budgets.ts';
import { createMemoryBudgets } from '../../../simulator/world/budgets.memory.ts';
import { runs } from '../../support/depth.ts';
import { gesture, gestures, givenCustomer, givingCatalogue } from '../../support/gestures.ts';

const MOST = { agent: 1000, customer: 900, stage: 2500 };
const limit = (most: number) => ({ of: 'cost' as const, most });

const kinds = {
  small: gesture({ cost: 200 }),
  large: gesture({ cost: 700, limits: { stage: { of: 'times', most: 2 } } }),
};
const all = givingCatalogue(
  gestures({
    limits: { agent: limit(MOST.agent), customer: limit(MOST.customer), stage: limit(MOST.stage) },
    kinds,
  }),
);

const act = fc.oneof(
  fc.record({
    customer: fc.constantFrom('ada', 'bob', 'cy'),
    by: fc.constantFrom('max', 'eve'),
    kind: fc.constantFrom('small', 'large'),
    /** The event comes twice. */
    again: fc.boolean(),
  }),
  fc.record({ customer: fc.constantFrom('ada', 'bob', 'cy'), journey: fc.constant(true) }),
);

/** Each call takes its turn with those of all others. */
const inTurns = (budgets: Budgets, turn: () => Promise<void>): Budgets => ({
  reserve: async (...parameters) => {
    await turn();
    return budgets.reserve(...parameters);
  },
  release: budgets.release,
  used: budgets.used,
});

type Entry = ReturnType<typeof givenCustomer>['journal'][number];

const gesturesIn = (journal: readonly Entry[]) =>
  journal.flatMap((entry) => (entry.kind === 'gesture' && entry.state === 'given' ? [entry] : []));

const costOf = (entries: readonly { of: string }[]): number =>
  entries.reduce((sum, { of }) => sum + (of === 'large' ? 700 : 200), 0);

describe('budgets of gestures, whatever runs in parallel', () => {
  it('are never exceeded, and what is reserved is what was given', async () => {
    const property = fc.asyncProperty(
      fc.array(act, { minLength: 4, maxLength: 14 }),
      fc.scheduler(),
      async (acts, scheduler) => {
        const memoryBudgets = createMemoryBudgets();
        const budgets = inTurns(memoryBudgets, () => scheduler.schedule(Promise.resolve()));
        const people = Object.fromEntries(
          ['ada', 'bob', 'cy'].map((id) => [id, givenCustomer(all, { id, budgets })] as const),
        );
        const happening = acts.map(async (one, index) => {
          const person = people[one.customer]!;
          await scheduler.schedule(Promise.resolve());
          if ('journey' in one) {
            await person.event('start', {}, { id: `s${index}` });
            await person.run();
            return;
          }
          const give = () => person.byHand(one.kind, { by: one.by }, { id: `g${index}` });
          await Promise.all(one.again ? [give(), give()] : [give()]);
        });
        await scheduler.waitFor(Promise.all(happening));
        const gestures = Object.values(people).flatMap(({ journal }) => gesturesIn(journal));
        expect(costOf(gestures)).toBeLessThanOrEqual(MOST.stage);
        expect(gestures.filter(({ of }) => of === 'large').length).toBeLessThanOrEqual(2);
        for (const by of ['max', 'eve'])
          expect(costOf(gestures.filter((entry) => entry.by === by))).toBeLessThanOrEqual(MOST.agent);
        for (const { journal } of Object.values(people))
          expect(costOf(gesturesIn(journal))).toBeLessThanOrEqual(MOST.customer);
        expect(new Set(gestures.map((entry) => entry.gesture)).size).toBe(gestures.length);
        // What failed is given back by relay, which says so of each.
        for (const { journal } of Object.values(people))
          for (const entry of journal)
            if (entry.kind === 'gesture' && entry.frees) await memoryBudgets.release(entry.gesture);
        expect(await memoryBudgets.used(['stage/cost/2026-03'])).toEqual([costOf(gestures)]);
      },
    );
    await fc.assert(property, { numRuns: runs(60) });
  });
});
