import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustomerBeingErased } from '../../../core/customer/commands/on-erase.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { createRelay } from '../../../functions/relay/relay.ts';
import type { Budgets } from '../../../functions/shared/stores/budgets.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { createMemoryBudgets } from '../../../simulator/world/budgets.memory.ts';
import { runs } from '../../support/depth.ts';
import { gesture, gestures, givenCustomer, givingCatalogue } from '../../support/gestures.ts';

const all = givingCatalogue(
  gestures({ limits: { stage: { of: 'cost', most: 5000 } }, kinds: { credit: gesture({ cost: 500 }) } }),
);

const relayTo = (budgets: Budgets, load: (id: string) => Promise<CustomerState | undefined>, now: number) =>
  createRelay({
    addresses: { write: async () => {} },
    budgets,
    timeline: { write: async () => {} },
    publisher: { publish: async () => {} },
    effects: { send: async () => {} },
    load,
    sign: async (_, detail) => detail,
    now: () => now,
  });

const isOfErasure = (error: unknown): void => {
  if (!(error instanceof CustomerBeingErased)) throw error;
};

describe('what is reserved for somebody who is erased', () => {
  it('is free again where it was not given, whatever order the commits and their carrying on die in', async () => {
    const property = fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('journey', 'by hand'), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      // Whoever gives dies before so many of the calls that it makes.
      fc.integer({ min: 1, max: 7 }),
      async (scheduler, ways, isTwice, calls) => {
        const memoryBudgets = createMemoryBudgets();
        let left = calls;
        const budgets: Budgets = {
          ...memoryBudgets,
          reserve: async (...parameters) => {
            await scheduler.schedule(Promise.resolve(), 'before it is reserved');
            if (left-- <= 0) throw new Error('it died');
            const reserved = await memoryBudgets.reserve(...parameters);
            await scheduler.schedule(Promise.resolve(), 'before it is granted');
            if (left-- <= 0) throw new Error('it died');
            return reserved;
          },
        };
        const ada = givenCustomer(all, { budgets });
        const giving = ways.map(async (way, place) => {
          await scheduler.schedule(Promise.resolve(), way);
          if (way === 'by hand') return ada.byHand('credit', {}, { id: `g${place}` });
          await ada.event('start', {}, { id: `s${place}` });
          return ada.run();
        });
        const erasing = scheduler.schedule(Promise.resolve(), 'erase').then(() => ada.erase());
        const dying = giving.map((each) =>
          each.catch((error: unknown) => (String(error).includes('it died') ? undefined : isOfErasure(error))),
        );
        await scheduler.waitFor(Promise.all([...dying, erasing]));
        const relay = relayTo(memoryBudgets, ada.store.load, ada.clock.now + DAY);
        for (const commit of ada.commits) await relay(commit);
        if (isTwice) for (const commit of ada.commits) await relay(commit);
        const gestures = ada.journal.filter((entry) => entry.kind === 'gesture' && entry.state === 'given');
        expect(await memoryBudgets.used(['stage/cost/2026-03'])).toEqual([500 * gestures.length]);
      },
    );
    await fc.assert(property, { numRuns: runs(150) });
  });
});
