import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { live } from './world.ts';

/** More of them: `INVARIANT_RUNS=20000 npx vitest run test/invariants`. */
const numRuns = Number(process.env.INVARIANT_RUNS ?? 600);
const story = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const said = new Set<string>();

const holds = (faults: number, runs: number) =>
  fc.assert(
    fc.asyncProperty(story, async (seed) => {
      const { broken, journal } = await live(seed, { faults });
      for (const entry of journal) if (entry.kind === 'decision') said.add(entry.outcome).add(entry.reason);
      expect(broken).toEqual([]);
    }),
    { numRuns: runs, seed: 20260302, endOnFailure: true },
  );

describe('the promises, whatever comes between', () => {
  it('hold when nothing fails', () => holds(0, numRuns / 3), 600_000);

  it(
    'hold under crashes, lost replies, clocks that differ and everything delivered twice',
    () => holds(8, numRuns),
    600_000,
  );

  it('to forget is kept whatever comes between, and by whatever comes again long after', async () => {
    let erased = 0;
    await fc.assert(
      fc.asyncProperty(story, async (seed) => {
        const { remains } = await live(seed, { faults: 8, erase: true });
        if (remains) erased++;
        expect(remains ?? []).toEqual([]);
      }),
      { numRuns, seed: 20260302, endOnFailure: true },
    );
    expect(erased).toBeGreaterThan(numRuns / 2);
  }, 600_000);

  it('were put to the test: every outcome came about, and most reasons', () => {
    expect([...said]).toEqual(
      expect.arrayContaining([
        ...['sent', 'held', 'replaced', 'suppressed', 'escalated', 'control', 'failed', 'unknown', 'ended'],
        ...['open-incident', 'negative-sentiment', 'muted-by:repair', 'gap', 'frequency-cap', 'quiet-hours'],
        ...['paused-by-customer', 'unsubscribed', 'bounced', 'overtaken', 'channel-busy', 'patience:open-incident'],
      ]),
    );
  });
});
