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

/** Takes one customer through a story. They are known before it begins, which is not counted. */
const tell = async (
  account: Account,
  clock: Clock,
  { timeline, days, emails }: Story,
  name: string,
): Promise<{ taken: Tally; streamed: Streamed[] }> => {
  const customerId = treated(name);
  const start = clock.now();
  const happen = (type: string, detail: Record<string, unknown>) =>
    account.happen({ source: 'bench', 'detail-type': type, detail: { customerId, ...detail } });
  const since = new Date(start - 300 * DAY).toISOString();
  await happen('customer.imported', { email: `${customerId}@example.com`, since });
  account.take();
  account.takeStreamed();
  for (const { day, type, detail } of timeline) {
    await account.passUntil(start + day * DAY);
    await happen(type, dated(detail, start));
  }
  await account.passUntil(start + days * DAY);
  // The next customer starts at the same time of a week.
  clock.set(start + Math.ceil((clock.now() - start) / WEEK) * WEEK);
  const taken = account.take();
  const sent = taken.used['SES messages'];
  if (sent !== emails) throw new Error(`${name} got ${sent} emails instead of ${emails}.`);
  return { taken, streamed: account.takeStreamed() };
};

export interface Costs {
  bill: Bill;
  /** AWS calls by service and operation. */
  calls: Record<string, number>;
  /** The commits of each customer, which are counted later. */
  streams: Streamed[][];
}

/** What a story costs, the average of so many customers. A typical invocation takes as long as it did in `timed`. */
export const runStory = async (
  account: Account,
  clock: Clock,
  story: Story,
  customers: number,
  timed = account,
): Promise<Costs> => {
  const taken: Tally[] = [];
  const streams: Streamed[][] = [];
  for (let customer = 0; customer < customers; customer++) {
    const name = `${story.journey}-${story.emails}-${customer}-${clock.now()}`;
    const told = await tell(account, clock, story, name);
    taken.push(told.taken);
    streams.push(told.streamed);
  }
  const bills = taken.map((tally) => billOf(tally, timed.processor));
  const calls: Record<string, number> = {};
  for (const tally of taken) {
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
