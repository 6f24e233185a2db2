import { createHash } from 'node:crypto';
import type { Violation } from './oracle/ledger.ts';
import { shrink } from './shrink.ts';
import { runStorm, type StormOptions } from './storm.ts';
import { loadReleases } from './workflows.ts';

export interface Storms {
  first: number;
  count: number;
  customers: number;
  /** The first customer's number. */
  from: number;
  days: number;
  stories: [number, number];
  json: boolean;
  /** Says only which invariant broke first. */
  isQuick: boolean;
  alone?: StormOptions['alone'];
}

/** In a batch; what a batch holds in memory is given back before the next. */
const BATCH = 200;

const line = ({ invariant, customer, message }: Violation): string => `${invariant} ${customer}: ${message}`;

const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

/** Runs storms one after another and says what they found. 1 where a promise was broken, else 0. */
export const storms = async (plan: Storms): Promise<number> => {
  const releases = loadReleases();
  const { first, count, customers, days, stories, alone } = plan;
  const common = { releases, days, stories };
  const started = performance.now();
  const sums = {
    storms: 0,
    events: 0,
    commits: 0,
    decisions: 0,
    sent: 0,
    erasures: 0,
    mishaps: 0,
    largestItem: 0,
    violations: 0,
  };
  let hash = '';
  let peak = 0;
  for (let seed = first; seed < first + count; seed++) {
    sums.storms++;
    for (let before = 0; before < (alone ? 1 : customers); before += BATCH) {
      const from = plan.from + before;
      const size = Math.min(BATCH, customers - before);
      const tracing = alone ? { alone, trace: (text: string) => console.log(text) } : {};
      const options = { ...common, seed, from, customers: size, ...tracing };
      const result = await runStorm(options);
      for (const key of ['events', 'commits', 'decisions', 'sent', 'erasures', 'mishaps'] as const)
        sums[key] += result[key];
      sums.largestItem = Math.max(sums.largestItem, result.largestItem);
      sums.violations += result.violations.length;
      hash = createHash('sha256').update(hash).update(result.hash).digest('hex');
      peak = Math.max(peak, megabytes());
      const done = before + size;
      if (done % 2000 === 0) console.error(`${done} customers, ${sums.events} events, ${megabytes()} MB`);
      const [worst] = result.violations;
      if (!worst) continue;
      if (plan.isQuick) {
        console.log(JSON.stringify({ seed, invariant: worst.invariant, message: worst.message }));
        return 1;
      }
      console.log(`Seed ${seed}: ${result.violations.length} broken promises.`);
      for (const violation of result.violations.slice(0, 10)) console.log(`  ${line(violation)}`);
      if (!alone) console.log(await shrink(options, result.violations));
    }
  }
  const seconds = (performance.now() - started) / 1000;
  const figures = { ...sums, seconds: Math.round(seconds * 10) / 10, megabytes: peak, hash: hash.slice(0, 16) };
  if (plan.json) console.log(JSON.stringify(figures));
  else
    console.log(
      Object.entries(figures)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    );
  return sums.violations > 0 ? 1 : 0;
};
