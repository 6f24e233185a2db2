import { type Count, dayOf } from '../shared/stores/counts.ts';
import { sumCrowds } from '../shared/stores/crowds.ts';
import type { UpcomingCount } from '../shared/stores/upcoming.ts';
import type { Change } from './fold.ts';
import type { Tally } from './ports.ts';

const countKey = ({ day, journey, step, kind, value, reason, arms }: Count): string =>
  JSON.stringify([day, journey, step, kind, value, reason, Object.entries(arms).sort()]);

const restingKey = ({ day, journey, step, held }: UpcomingCount): string => JSON.stringify([day, journey, step, held]);

/** Adds equal ones up, and leaves out what comes to nothing. */
const sumBy = <Item extends { count: number }>(items: readonly Item[], keyOf: (item: Item) => string): Item[] => {
  const sums = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, count: sum.count + item.count } : item);
  }
  return [...sums.values()].filter(({ count }) => count !== 0);
};

/** What changes come to together. */
export const tallyOf = (changes: readonly Change[]): Tally => {
  const rested = changes.flatMap(({ gone, come }): UpcomingCount[] => [
    ...gone.map(({ journey, step, due, held }) => ({
      day: dayOf(due),
      journey,
      step,
      ...(held !== undefined && { held }),
      count: -1,
    })),
    ...come.map(({ journey, step, due, held }) => ({
      day: dayOf(due),
      journey,
      step,
      ...(held !== undefined && { held }),
      count: 1,
    })),
  ]);
  return {
    counts: sumBy(
      changes.flatMap(({ counts }) => counts),
      countKey,
    ),
    resting: sumBy(rested, restingKey),
    crowds: sumCrowds(changes.flatMap(({ work }) => work.counts)),
  };
};

/** A tally in parts, each of which is small: of one commit that changes more than can be added at once. */
export const partsOf = ({ counts, resting, crowds }: Tally, most: number): Tally[] => {
  const parts: Tally[] = [];
  for (let at = 0; at < Math.max(counts.length, resting.length, crowds.length); at += most)
    parts.push({
      counts: counts.slice(at, at + most),
      resting: resting.slice(at, at + most),
      crowds: crowds.slice(at, at + most),
    });
  return parts;
};
