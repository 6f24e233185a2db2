import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { inOrder } from '../../core/explain/in-order.ts';
import { why } from '../../core/explain/why.ts';
import type { CustomerRecords } from '../shared/stores/customer-records.ts';
import { follow } from '../shared/stores/follow.ts';
import type { CommandOf, OperatorAnswer } from './command.ts';
import type { OperateDeps } from './deps.ts';

/** Characters of one answer: well below the 6 MB that Lambda can give, whatever the script. */
const MOST = 1_500_000;

/** Of all ids of a person, in the order of happening. */
const timelineOf = async (records: CustomerRecords, ids: string[]): Promise<JournalEntry[]> =>
  inOrder(await Promise.all(ids.map((id) => timelineUnder(records, id))));

const timelineUnder = async (records: CustomerRecords, customer: string): Promise<JournalEntry[]> => {
  const timeline: JournalEntry[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await records.page(customer, 'timeline', after);
    timeline.push(...(items as JournalEntry[]));
    if (next === undefined) return timeline;
    after = next;
  }
};

/** Why a customer got what they got, by what is deployed here: as many lines from `after` on as one answer carries. */
export const explainWhy = async (
  { catalogue, store, records }: Pick<OperateDeps, 'catalogue' | 'store' | 'records'>,
  { customer, at, json, after = 0 }: CommandOf<'why'>,
): Promise<OperatorAnswer> => {
  const { id, state } = await follow(store.load, customer);
  const timeline = await timelineOf(records, [id, ...(state?.aliases ?? [])]);
  const { ok, lines } = why({ customer, timeline, state }, catalogue, { at, json });
  let size = 0;
  const page: string[] = [];
  for (const line of lines.slice(after)) {
    size += line.length;
    if (page.length > 0 && size > MOST) return { ok, lines: page, next: String(after + page.length) };
    page.push(line);
  }
  return { ok, lines: page };
};
