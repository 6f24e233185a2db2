import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Step } from '../../../language/catalogue/definition.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { openWorld } from '../../../simulator/open-world.ts';
import { inMemory } from '../../../simulator/world/storage.memory.ts';
import { anySteps } from '../../language/compile/any-steps.ts';
import { catalogueOf, machineOf } from '../../language/compile/run.ts';
import { T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

/** Machines ask every step, as they did before commits went on by themselves. */
const askedEachStep = (catalogue: Catalogue): Catalogue => {
  const { ways: _, ...onboarding } = catalogue.journeys.onboarding!;
  return { ...catalogue, journeys: { onboarding } };
};

const WHAT = ['customer.signed_up', 'product.cancelled', 'product.used'] as const;
const happenings = fc.array(fc.record({ after: fc.nat(30), type: fc.constantFrom(...WHAT) }), { maxLength: 6 });

/** All that is told of somebody whose journey has these steps, and how many tasks it took. */
const playThrough = async (steps: Step[], catalogue: Catalogue, events: { after: number; type: string }[]) => {
  const entries: JournalEntry[] = [];
  const world = openWorld(
    { catalogue, machines: { onboarding: machineOf(steps) } },
    { now: T0, storage: inMemory({ history: false }), onEntry: (entry) => void entries.push(entry) },
  );
  let at = T0;
  for (const [place, { after, type }] of [{ after: 0, type: WHAT[0] }, ...events].entries()) {
    at += after * 60_000;
    await world.passUntil(at);
    const time = new Date(at).toISOString();
    const detail = {
      customerId: 'ada',
      email: 'ada@example.com',
      plan: 'team',
      reason: 'price',
      body: 'x',
      feature: 'x',
    };
    await world.arrive({ id: `e${place}`, source: 'test', 'detail-type': type, time, detail });
  }
  await world.passUntil(at + 2000 * HOUR);
  return { entries, sent: world.outbox.count(), running: world.running() };
};

describe('any journey', () => {
  it('tells the same, at the same times, whether commits go on by themselves or runs ask each step', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, happenings, async (steps, events) => {
        const catalogue = catalogueOf(steps);
        expect(await playThrough(steps, catalogue, events)).toEqual(
          await playThrough(steps, askedEachStep(catalogue), events),
        );
      }),
      { numRuns: runs(60), seed: 1 },
    );
  });
});
