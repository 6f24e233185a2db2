import { differences, play } from './compare.ts';
import type { Run } from './open-run.ts';
import { must, type Proofs } from './proofs.ts';
import { STORIES } from './stories.ts';

const JOURNEYS = [...new Set(STORIES.map(({ journey }) => journey))];

/** Every journey decides deployed as it does in virtual time. */
export const proveDecisions = async ({ stage, out, pace }: Run, { prove }: Proofs): Promise<void> => {
  const results = await Promise.allSettled(
    STORIES.map(async ({ customer, tell }) => {
      await tell(stage, customer);
      const state = await stage.customer(customer);
      const isIn = Object.keys(state?.enrolments ?? {}).length > 0 || Object.keys(state?.ended ?? {}).length > 0;
      return isIn ? stage.over(customer) : stage.timeline(customer);
    }),
  );
  const events = await stage.takenEvents();
  const played = await play({ events, pace, out });
  for (const journey of JOURNEYS) {
    const own = STORIES.map((story, index) => ({ ...story, result: results[index]! })).filter(
      (one) => one.journey === journey,
    );
    await prove(`${journey} decides as in virtual time, for ${own.length} customers`, async () => {
      const problems: string[] = [];
      for (const { customer, about, result } of own) {
        const deployed = await stage.timeline(customer);
        const mismatches = differences(deployed, played.get(customer) ?? []);
        if (result.status === 'rejected') mismatches.push(String(result.reason));
        problems.push(...mismatches.map((line) => `${customer} (${about}): ${line}`));
      }
      must(problems.length === 0, problems.join('\n'));
    });
  }
};
