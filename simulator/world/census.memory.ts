import { CountedMeanwhile, type Mark, rejection } from '../../functions/census/ports.ts';
import type { Count } from '../../functions/shared/stores/counts.ts';
import { type CrowdCount, sumCrowds } from '../../functions/shared/stores/crowds.ts';
import type { DirectoryMatch } from '../../functions/shared/stores/directory.ts';
import { entriesOf, isMeant, questionOf, wordsKnown } from '../../functions/shared/stores/directory-keys.ts';
import { follow } from '../../functions/shared/stores/follow.ts';
import type { Resting, RestingCount } from '../../functions/shared/stores/people.ts';
import type { CustomerStore } from '../../functions/shared/stores/store.ts';
import type { UpcomingCount } from '../../functions/shared/stores/upcoming.ts';
import type { CensusStorage } from './census.ts';
import { createMemoryQueue } from './queue.memory.ts';

const keyOf = ({ customer, journey, step, enrolment, due, held }: Omit<Resting, 'since'>): string =>
  JSON.stringify([customer, journey, step, enrolment, due, held]);

const inOrder = (one: Resting, other: Resting): number => {
  const [held, otherHeld] = [one.held ?? '', other.held ?? ''];
  if (held !== otherHeld) return held < otherHeld ? -1 : 1;
  return one.due - other.due || (keyOf(one) < keyOf(other) ? -1 : 1);
};

/** A page of a list that is there whole: where it goes on is a number. */
const pageOf = <Item>(all: readonly Item[], { count, after = '0' }: { count: number; after?: string | undefined }) => {
  const end = Number(after) + count;
  return { items: all.slice(Number(after), end), ...(end < all.length && { next: String(end) }) };
};

/** Adds to what is counted under a key. */
const add = <Item extends { count: number }>(sums: Map<string, Item>, key: string, item: Item): void => {
  sums.set(key, { ...item, count: (sums.get(key)?.count ?? 0) + item.count });
};

/** What is known of everybody, in memory: made for few. */
export const createMemoryCensus = (load: CustomerStore['load']): CensusStorage => {
  const marks = new Map<string, Mark>();
  const counts = new Map<string, Count>();
  const resting = new Map<string, UpcomingCount>();
  const places = new Map<string, Resting>();
  const known = new Map<string, Record<string, string>>();
  const askers = new Map<string, Set<string>>();
  const askersOf = (theme: string): string[] => [...(askers.get(theme) ?? [])].sort();
  const queue = createMemoryQueue();
  let crowds: CrowdCount[] = [];

  const addCount = (one: Count): void => {
    const { count: _, arms, ...said } = one;
    add(counts, JSON.stringify([said, Object.entries(arms).sort()]), one);
  };

  const atSteps = (journey: string): RestingCount[] => {
    const sums = new Map<string, RestingCount>();
    for (const { day: _, journey: own, ...one } of resting.values())
      if (own === journey) add(sums, JSON.stringify([one.step, one.held]), one);
    return [...sums.values()].filter(({ count }) => count > 0);
  };

  const foundBy = async (text: string): Promise<DirectoryMatch[]> => {
    const { id, state } = await follow(load, text.trim());
    const question = questionOf(text);
    const byKey = [...known].flatMap(([customer, attributes]): DirectoryMatch[] => {
      const isFound = entriesOf(attributes).some(({ by, key }) => by === question?.by && key.startsWith(question.key));
      return question && isFound && isMeant(question, wordsKnown(attributes)) ? [{ customer, by: question.by }] : [];
    });
    const isThere = state !== undefined && state.erased === undefined;
    return isThere ? [{ customer: id, by: 'id' }, ...byKey.filter(({ customer }) => customer !== id)] : byKey;
  };

  return {
    ledger: {
      markOf: async (shard) => marks.get(shard) ?? { parts: 0 },
      count: async (shard, from, to, tally) => {
        const { last, parts } = marks.get(shard) ?? { parts: 0 };
        if (last !== from.last || parts !== from.parts) throw new CountedMeanwhile();
        marks.set(shard, to);
        for (const one of tally.counts) addCount(one);
        for (const one of tally.resting) {
          const { count: _, ...said } = one;
          add(resting, JSON.stringify(said), one);
        }
        crowds = sumCrowds([...crowds, ...tally.crowds]);
      },
      fits: () => true,
    },
    rejections: { rejected: async (...given) => addCount(rejection(...given)) },
    people: {
      write: async ({ gone, come }) => {
        for (const place of gone) places.delete(keyOf(place));
        for (const one of come) places.set(keyOf(one), one);
      },
    },
    queue: queue.index,
    directory: {
      file: async (customer, attributes) => {
        known.delete(customer);
        if (Object.keys(attributes).length > 0) known.set(customer, attributes);
      },
    },
    askers: {
      write: async ({ gone, come }) => {
        for (const { theme, customer } of gone) askers.get(theme)?.delete(customer);
        for (const { theme, customer } of come) askers.set(theme, (askers.get(theme) ?? new Set()).add(customer));
      },
    },
    read: {
      askers: {
        page: async (theme, after, count) => {
          const all = askersOf(theme).filter((customer) => after === undefined || customer > after);
          const customers = all.slice(0, count);
          const last = customers.at(-1);
          return { customers, ...(all.length > count && last !== undefined && { next: last }) };
        },
        count: async (theme) => askersOf(theme).length,
      },
      counts: {
        of: async (journey, { from, to }) =>
          [...counts.values()].filter((one) => one.journey === journey && one.day >= from && one.day <= to),
      },
      people: {
        counts: async (journey) => atSteps(journey),
        at: async ({ journey, step, held, due }, page) => {
          const all = [...places.values()].filter(
            (one) =>
              one.journey === journey &&
              one.step === step &&
              (held === undefined || (one.held ?? '') === held) &&
              (!due || (one.due >= due.from && one.due < due.until)),
          );
          return pageOf(all.sort(inOrder), page);
        },
      },
      queue: queue.read,
      crowds: { counts: async (of) => crowds.filter(({ crowd }) => of === undefined || crowd === of) },
      upcoming: {
        on: async ({ from, to }) =>
          [...resting.values()].filter(({ day, count }) => count > 0 && day >= from && day <= to),
      },
      directory: { find: async (text, page) => pageOf(await foundBy(text), page) },
    },
  };
};
