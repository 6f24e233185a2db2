import type { RejectionCounter } from '../census/ports.ts';
import type { Rejects } from './rejects.ts';

interface CountRejectsDeps {
  rejects: Rejects;
  counter: RejectionCounter;
  report: (error: Error) => void;
  now: () => number;
}

/** What is stale stands in a customer's journal, and is counted with it. */
const STALE = 'stale';

/** Keeps what is rejected, then counts it, about once: it is in no commit. That it cannot be counted is reported, and rejects nothing anew. */
export const createCountedRejects =
  ({ rejects, counter, report, now }: CountRejectsDeps): Rejects =>
  async (rejected, raw) => {
    await rejects(rejected, raw);
    if (rejected.reason === STALE) return;
    try {
      await counter.rejected(rejected.reason, now());
    } catch (error) {
      report(error as Error);
    }
  };
