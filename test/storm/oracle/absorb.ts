import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { MoodPolicy } from '../../../language/catalogue/policy.ts';
import type { Ledger } from './ledger.ts';

const join = <Key, Value>(own: Map<Key, Value>, others: ReadonlyMap<Key, Value>): void => {
  for (const [key, value] of others) own.set(key, value);
};

/** What is known of the item before the commit that takes another over: as if all of it had stood in it. */
const joinItems = (own: CustomerState, from: CustomerState): CustomerState => ({
  ...own,
  at: Math.max(own.at, from.at),
  enrolments: { ...own.enrolments, ...from.enrolments },
  promises: { ...own.promises, ...from.promises },
});

/** One person from now on: all that was known, promised and begun under the other id is theirs. */
export const absorb = (
  ledger: Ledger,
  from: Ledger,
  ids: readonly [from: string, into: string],
  { at, mood }: { at: number; mood: MoodPolicy },
): void => {
  const [, into] = ids;
  const isNew = ledger.item === undefined;
  ledger.know.absorb(from.know, { at, isNew, ids, mood });
  for (const name of [
    'steps',
    'appliedAt',
    'running',
    'entered',
    'counted',
    'took',
    'publications',
    'owed',
    'promised',
    'gestures',
    'fates',
  ] as const)
    join<string, unknown>(ledger[name], from[name]);
  ledger.done.push(...from.done);
  ledger.journal.push(...from.journal);
  const own = ledger.item ?? {
    ...emptyCustomer(into, from.item?.firstSeenAt ?? at),
    version: 0,
    at: from.item?.at ?? at,
  };
  ledger.item = from.item ? joinItems(own, from.item) : ledger.item;
  ledger.isMerged = true;
};
