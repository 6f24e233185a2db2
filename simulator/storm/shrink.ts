import type { Violation } from './oracle/ledger.ts';
import { runStorm, START, type StormOptions } from './storm.ts';
import { trafficOf } from './traffic.ts';

type Alone = NonNullable<StormOptions['alone']>;

const RUNS = 400;

/** Takes away what the failure does not need: halves first, then one by one. */
const fewer = async <T>(all: readonly T[], stillFails: (some: T[]) => Promise<boolean>): Promise<T[]> => {
  let kept = [...all];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const without = kept.toSpliced(at, size);
      if (await stillFails(without)) kept = without;
      else at += size;
    }
  }
  return kept;
};

/** The same broken promise with one customer, as few of their events and of what went wrong as still show it. */
export const shrink = async (options: StormOptions, { invariant, customer }: Violation): Promise<string> => {
  const index = Number(customer.slice(1).split('-')[0]);
  const { seed, days, stories = [1, 4] } = options;
  let runs = 0;
  const fails = async (alone: Alone): Promise<boolean> => {
    if (runs++ > RUNS) return false;
    const { violations } = await runStorm({ ...options, alone });
    return violations.some((violation) => violation.invariant === invariant);
  };
  let alone: Alone = { customer: index };
  if (!(await fails(alone))) return `  It takes more than the customer ${customer} alone.`;
  const { last } = await runStorm({ ...options, alone });
  const mishaps = await fewer(
    last.map((mishap) => mishap.index),
    (some) => fails({ ...alone, mishaps: new Set(some) }),
  );
  alone = { ...alone, mishaps: new Set(mishaps) };
  const traffic = trafficOf({ seed, index, customer, start: START, days, stories });
  const events = await fewer(
    traffic.map(({ event }) => event.id),
    (some) => fails({ ...alone, events: new Set(some) }),
  );
  alone = { ...alone, events: new Set(events) };
  const lines: string[] = [];
  const smallest = await runStorm({ ...options, alone, trace: (text) => lines.push(text) });
  return [
    `  Smallest case found (seed ${seed}, customer ${index}; ${events.length} events, ${smallest.last.length} mishaps):`,
    ...smallest.last.map(({ at, what }) => `    ${new Date(at).toISOString()} ${what}`),
    ...smallest.violations.map((violation) => `    ${violation.invariant} ${violation.message}`),
    ...lines.map((text) => `      ${text.slice(0, 300)}`),
  ].join('\n');
};
