import { fromItem, toItem } from '../../../core/customer/model/item.ts';
import { hashFraction } from '../../../core/hash.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { createAccount, Streamed } from './account.ts';
import { type Bill, divided } from './bill.ts';
import { billOf } from './tally.ts';

type Account = ReturnType<typeof createAccount>;

/** All that was committed of a customer within a minute of the stream. */
interface Cluster {
  journey: string;
  commits: Streamed[];
  /** When its turn is: customers are at any point of their way. */
  turn: number;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value > 1e12 && value < 3e12;
const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A commit as if it were of another time: whoever is counted in one minute is counted on one day. */
const movedTo = (now: number, { at, item }: Streamed): Streamed => {
  const by = now - at;
  const move = (_: string, value: unknown): unknown => {
    if (isTime(value)) return value + by;
    return typeof value === 'string' && ISO.test(value) ? new Date(Date.parse(value) + by).toISOString() : value;
  };
  return { at: now, item: toItem(JSON.parse(JSON.stringify(fromItem(item), move))) };
};

const clustersOf = (journey: string, stream: readonly Streamed[], phase: number): Cluster[] => {
  const clusters: Cluster[] = [];
  for (const one of stream) {
    const last = clusters.at(-1);
    if (last && one.at < (last.commits[0]?.at ?? 0) + MINUTE) last.commits.push(one);
    else clusters.push({ journey, commits: [one], turn: 0 });
  }
  return clusters.map((cluster, place) => ({ ...cluster, turn: phase + place / clusters.length }));
};

/** Customers who had something to do in one minute, of one shard of the stream. */
export interface Steady {
  bill: Bill;
  calls: Record<string, number>;
  /** How often something was counted of one customer of a journey. */
  times: Record<string, number>;
}

/**
 * Counts the commits of many customers as a stage does on which people are at any point of their way: so many customers, of
 * whatever journey, in each batch. What it costs is for one customer in one batch.
 */
export const countSteadily = async (
  account: Account,
  streams: ReadonlyMap<string, readonly Streamed[][]>,
  batch: number,
  now: number,
): Promise<Steady> => {
  const all = [...streams].flatMap(([journey, customers]) =>
    customers.flatMap((stream, customer) => clustersOf(journey, stream, hashFraction(`${journey}-${customer}`))),
  );
  all.sort((one, other) => one.turn - other.turn);
  account.take();
  for (let from = 0; from < all.length; from += batch) {
    const commits = all.slice(from, from + batch).flatMap((cluster) => cluster.commits);
    await account.count(commits.map((one) => movedTo(now, one)));
  }
  const tally = account.take();
  const times = [...streams].map(([journey, customers]) => [
    journey,
    all.filter((one) => one.journey === journey).length / customers.length,
  ]);
  return {
    bill: divided(billOf(tally, account.processor), all.length),
    calls: Object.fromEntries(Object.entries(tally.calls).map(([name, count]) => [name, count / all.length])),
    times: Object.fromEntries(times),
  };
};
