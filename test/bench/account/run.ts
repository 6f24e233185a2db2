import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { treated } from '../../e2e/people.ts';
import type { createAccount, Streamed } from './account.ts';
import { type Bill, divided, emptyBill, plus } from './bill.ts';
import type { openAccounts } from './open.ts';
import type { Story } from './stories.ts';
import { billOf, type Tally } from './tally.ts';

const WEEK = 7 * DAY;

type Account = ReturnType<typeof createAccount>;
type Clock = Awaited<ReturnType<typeof openAccounts>>['clock'];

/** A date of a story stands there as a day; everything else is as it is. */
const dated = (detail: Record<string, unknown>, start: number) =>
  typeof detail.renewsAt === 'number'
    ? { ...detail, renewsAt: new Date(start + detail.renewsAt * DAY).toISOString() }
    : detail;

/** Takes customers through a story, all at one time. They are known before it begins, which is not counted. */
const tell = async (
  account: Account,
  clock: Clock,
  { timeline, days, emails }: Story,
  names: readonly string[],
): Promise<{ tally: Tally; streamed: Streamed[] }> => {
  const ids = names.map((name) => treated(name));
  const start = clock.now();
  const happen = (type: string, detailOf: (customerId: string) => Record<string, unknown>) =>
    account.happen(
      ids.map((id) => ({ source: 'bench', 'detail-type': type, detail: { customerId: id, ...detailOf(id) } })),
    );
  const since = new Date(start - 300 * DAY).toISOString();
  await happen('customer.imported', (id) => ({ email: `${id}@example.com`, since }));
  account.take();
  account.takeStreamed();
  for (const { day, type, detail } of timeline) {
    await account.passUntil(start + day * DAY);
    await happen(type, () => dated(detail, start));
  }
  await account.passUntil(start + days * DAY);
  // The next ones start at the same time of a week.
  clock.set(start + Math.ceil((clock.now() - start) / WEEK) * WEEK);
  const tally = account.take();
  const sent = tally.bill['SES messages'];
  const expected = emails * ids.length;
  if (sent !== expected) throw new Error(`${names.join(', ')} got ${sent} emails instead of ${expected}.`);
  return { tally, streamed: account.takeStreamed() };
};

export interface Costs {
  bill: Bill;
  /** AWS calls by service and operation. */
  calls: Record<string, number>;
  /** The commits of each customer, which are counted later. */
  streams: Streamed[][];
}

/** What a story costs, the average of so many customers, `together` at one time. A typical invocation takes as long as it did in `timed`. */
export const runStory = async (
  account: Account,
  clock: Clock,
  story: Story,
  customers: number,
  { timed = account, together = 1 }: { timed?: Account; together?: number } = {},
): Promise<Costs> => {
  const tallies: Tally[] = [];
  const streams: Streamed[][] = [];
  for (let customer = 0; customer < customers; customer += together) {
    const names = Array.from(
      { length: together },
      (_, place) => `${story.journey}-${story.emails}-${customer + place}-${clock.now()}`,
    );
    const result = await tell(account, clock, story, names);
    tallies.push(result.tally);
    streams.push(result.streamed);
  }
  const bills = tallies.map((tally) => billOf(tally, timed.processor));
  const calls: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [name, count] of Object.entries(tally.calls)) calls[name] = (calls[name] ?? 0) + count / customers;
  }
  return {
    bill: divided(
      bills.reduce((sum, bill) => plus(sum, bill), emptyBill()),
      customers,
    ),
    calls,
    streams,
  };
};
