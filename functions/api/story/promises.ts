import type { JournalEntry, PromiseEntry } from '../../../core/customer/model/journal.ts';
import { ownValue } from '../../../core/own-value.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { PromiseNow } from '../contract/customers.ts';

const MOST = 20;

const isOwed = ({ status }: Pick<PromiseEntry, 'status'>): boolean => status === 'made' || status === 'due-soon';

/** What is owed comes first, the soonest before; then what became of the others, the newest before. */
const order = (one: PromiseEntry, other: PromiseEntry): number => {
  if (isOwed(one) !== isOwed(other)) return isOwed(one) ? -1 : 1;
  const [a, b] = isOwed(one) ? [one.due, other.due] : [other.at, one.at];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** What messages promised somebody, and how that stands, by their timeline. */
export const promisesOf = (
  timeline: readonly JournalEntry[],
  { moments }: Pick<Catalogue, 'moments'>,
): PromiseNow[] => {
  const last = new Map<string, PromiseEntry>();
  for (const entry of timeline) if (entry.kind === 'promise') last.set(entry.promise, entry);
  return [...last.values()]
    .toSorted(order)
    .slice(0, MOST)
    .map(({ promise, moment, madeAt, due, status, at, event }) => ({
      promise,
      moment,
      title: ownValue(moments, moment)?.title ?? moment,
      madeAt,
      due,
      status,
      at,
      ...(event === undefined ? {} : { event }),
    }));
};
