import { expect, it } from 'vitest';
import { type Explanation, explain } from '../../../core/explain/explain.ts';
import { inOrder } from '../../../core/explain/in-order.ts';
import { idsOf } from '../../../functions/shared/stores/follow.ts';
import { runStorm } from '../../storm/storm.ts';
import { loadReleases } from '../../storm/workflows.ts';
import { runs } from '../../support/depth.ts';

it('what was decided in a storm is explained from the record as well', { timeout: 120_000 }, async () => {
  const [, release] = loadReleases();
  const all: Explanation[] = [];
  await runStorm({
    releases: [release, release],
    seed: 1,
    days: 30,
    customers: runs(30),
    look: async ({ lives, timeline, store }) => {
      for (const id of lives.keys()) {
        const [customer, ...aliases] = await idsOf(store.load, id);
        // Of one person by all of their ids, once.
        if (id !== customer) continue;
        const whole = inOrder([customer, ...aliases].map(timeline.of));
        const record = { customer, timeline: whole, state: await store.load(customer) };
        all.push(...explain(record, release.catalogue, { zone: 'UTC' }).decisions);
      }
    },
  });
  expect(all.length).toBeGreaterThan(200);
  const untold = all.filter(({ rested, unsure }) => unsure !== undefined || rested.length === 0);
  expect(untold.map(({ decision, unsure }) => `${decision.reason}: ${unsure}`)).toEqual([]);
  expect(new Set(all.map(({ decision }) => decision.reason)).size).toBeGreaterThan(18);
});
