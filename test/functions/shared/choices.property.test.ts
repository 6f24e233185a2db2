import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHANGES } from '../../../core/customer/commands/on-choice.ts';
import { CustomerBeingErased } from '../../../core/customer/commands/on-erase.ts';
import type { Budgets } from '../../../functions/shared/stores/budgets.ts';
import { createMemoryBudgets } from '../../../simulator/world/budgets.memory.ts';
import { choices, choosingCatalogue, choosingCustomer } from '../../support/choosing.ts';
import { runs } from '../../support/depth.ts';
import { gesture } from '../../support/gestures.ts';

const MOST = 1500;
const COST: Readonly<Record<string, number>> = { credit: 700, points: 200, letter: 400, talk: 0 };
const STAGE = 'stage/cost/2026-03';

const all = choosingCatalogue({
  limits: { stage: { of: 'cost', most: MOST }, customer: { of: 'cost', most: 1000 } },
  // Of letters a person writes two a month.
  kinds: {
    ...choices(),
    letter: { ...choices().letter, limits: { stage: { of: 'times', most: 2 } } },
    talk: gesture({ cost: 0 }),
  },
});

const story = fc.record({
  who: fc.constantFrom('ada', 'bob', 'cy', 'dot'),
  /** One after the other, as minds change; each by a tap of its own, and all at once where they are quick. */
  chooses: fc.array(fc.constantFrom('credit', 'points', 'letter', 'person', 'cash'), { minLength: 1, maxLength: 4 }),
  isQuick: fc.boolean(),
  ends: fc.constantFrom('given', 'given', 'left', 'erased', 'by hand'),
});

it('what customers choose exceeds no budget, and nothing of it stays reserved that is not given, whatever runs in parallel', async () => {
  const property = fc.asyncProperty(
    fc.uniqueArray(story, { selector: ({ who }) => who, minLength: 2, maxLength: 4 }),
    fc.scheduler(),
    async (stories, scheduler) => {
      const memoryBudgets = createMemoryBudgets();
      const budgets: Budgets = {
        ...memoryBudgets,
        reserve: async (...parameters) => {
          await scheduler.schedule(Promise.resolve());
          const reserved = await memoryBudgets.reserve(...parameters);
          expect((await memoryBudgets.used([STAGE]))[0]).toBeLessThanOrEqual(MOST);
          await scheduler.schedule(Promise.resolve());
          return reserved;
        },
      };
      const people = stories.map(({ who }) => choosingCustomer(all, { id: who, budgets }));
      const happening = stories.map(async ({ chooses, isQuick, ends }, place) => {
        const person = people[place]!;
        await person.ask();
        await person.run();
        const tap = async (kind: string) => {
          await scheduler.schedule(Promise.resolve());
          await person.choose(kind);
          await person.run();
          // Relay gives back what was let go, at some time.
          await scheduler.schedule(Promise.resolve());
          for (const { journal } of person.commits)
            for (const entry of journal)
              if (entry.kind === 'gesture' && entry.frees) await memoryBudgets.release(entry.gesture);
        };
        const all = isQuick
          ? Promise.all(chooses.map(tap))
          : chooses.reduce((before, kind) => before.then(() => tap(kind)), Promise.resolve());
        if (ends === 'by hand') await Promise.all([all, person.byHand('points')]);
        else if (ends === 'erased')
          await Promise.all([
            all.catch((error: unknown) => {
              if (!(error instanceof CustomerBeingErased)) throw error;
            }),
            scheduler.schedule(Promise.resolve()).then(() => person.erase()),
          ]);
        else await all;
        if (ends === 'left') await person.event('bye');
        if (ends === 'erased') return;
        person.clock.now += CHANGES;
        await person.run();
      });
      await scheduler.waitFor(Promise.all(happening));
      for (const { commits } of people)
        for (const { journal, freed = [] } of commits) {
          for (const entry of journal)
            if (entry.kind === 'gesture' && entry.frees) await memoryBudgets.release(entry.gesture);
          for (const id of freed) await memoryBudgets.release(id);
        }
      const gestures = people.flatMap(({ journal }) =>
        journal.flatMap((entry) =>
          entry.kind === 'gesture' && (entry.state === 'given' || entry.state === 'confirmed') ? [entry] : [],
        ),
      );
      const once = new Map(gestures.map(({ gesture, of }) => [gesture, of]));
      expect(await memoryBudgets.used([STAGE])).toEqual([
        [...once.values()].reduce((sum, kind) => sum + (COST[kind] ?? 0), 0),
      ]);
      expect([...once.values()].filter((kind) => kind === 'letter').length).toBeLessThanOrEqual(2);
      // Each is asked once, and given once.
      for (const person of people)
        expect(person.outcomes().filter((line) => line === 'give sent clear').length).toBeLessThanOrEqual(1);
    },
  );
  await fc.assert(property, { numRuns: runs(60) });
});
