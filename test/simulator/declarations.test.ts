import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { play } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tactful-declarations-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The shipped workflows with changes of their own. */
const shippedWith = async (name: string, change: (dir: string) => void = () => {}) => {
  const dir = join(scratch, name);
  cpSync('workflows', dir, { recursive: true });
  change(dir);
  return loadProject(dir);
};

let count = 0;
const line = (type: string, time: string, detail: object, source = 'acme') =>
  JSON.stringify({ id: `e${++count}`, source, 'detail-type': type, time, detail });

const played = async (project: Awaited<ReturnType<typeof shippedWith>>, lines: string[]) => {
  const entries: JournalEntry[] = [];
  const passedOver: number[] = [];
  const { world } = await play(project, lines, {
    onEntry: (entry) => entries.push(entry),
    onPassedOver: (number) => passedOver.push(number),
  });
  const about = (customer: string, kind: string) =>
    entries.filter((entry) => entry.customer === customer && entry.kind === kind);
  return { entries, about, passedOver, world };
};

describe('money of a currency that is none', () => {
  const withMoney = (dir: string) => {
    const file = join(dir, 'moments/renewal-reminder.md');
    const copy = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      copy.replaceAll('{{ event.amount }} {{ event.currency }}', '{{ event.amount | money: event.currency }}'),
    );
  };

  it.each(['USDC', '', 'euro', 978])(
    'the renewal in %o is refused when it comes, and not weeks later',
    async (currency) => {
      const project = await shippedWith(`money-${currency}`, withMoney);
      const due = { customerId: 'c1', subscriptionId: 's1', renewsAt: '2026-03-20T12:00:00Z', amount: 29, currency };
      const { entries } = await played(project, [
        line('customer.imported', '2026-03-01T10:00:00Z', { customerId: 'c1', email: 'c1@example.com' }),
        line('subscription.renewal_due', '2026-03-02T10:00:00Z', due),
      ]);
      const rejected = entries.filter(({ kind }) => kind === 'rejected');
      expect(rejected).toMatchObject([
        { reason: 'schema', message: expect.stringContaining('a currency such as EUR') },
      ]);
      expect(entries.filter(({ kind }) => kind === 'entered')).toEqual([]);
    },
  );

  it('small letters are taken, and every reminder goes out', async () => {
    const project = await shippedWith('money-small', withMoney);
    const due = {
      customerId: 'c1',
      subscriptionId: 's1',
      renewsAt: '2026-03-20T12:00:00Z',
      amount: 29,
      currency: 'eur',
    };
    const { about } = await played(project, [
      line('customer.imported', '2026-03-01T10:00:00Z', { customerId: 'c1', email: 'c1@example.com' }),
      line('subscription.renewal_due', '2026-03-02T10:00:00Z', due),
    ]);
    expect(about('c1', 'decision')).toContainEqual(
      expect.objectContaining({ moment: 'renewal-reminder', outcome: 'sent' }),
    );
  });
});

describe('the shape of another system', () => {
  const SHOP = `
order.placed:
  by: customer
  from:
    - source: { prefix: aws.partner/shopify.com }
      detail-type: shopifyWebhook
      where: detail.topic = "orders/create"
      fields: { customerId: $string(detail.customer.id), amount: $number(detail.total_price) }
  customer: customerId
  fields: { customerId: text, amount: number }
  sets: { lastAmount: amount }
mail.opened:
  by: customer
  from: { source: mailer, detail-type: batch, fields: { customerId: element.user } }
  each: detail.events
  customer: customerId
  fields: { customerId: text }
  sets: { lastOpenedAt: at }
`;
  const withShop = (dir: string) => appendFileSync(join(dir, 'events.yaml'), SHOP);
  const order = (total: unknown, topic = 'orders/create') =>
    line(
      'shopifyWebhook',
      '2026-03-02T10:00:00Z',
      { topic, customer: { id: 7 }, total_price: total },
      'aws.partner/shopify.com/1/x',
    );

  it('an expression that fails on one event refuses that event alone, with the field and the value', async () => {
    const project = await shippedWith('shop', withShop);
    const { entries, passedOver, world } = await played(project, [
      order('29.50'),
      order('free'),
      order('1', 'carts/update'),
      order('31'),
    ]);
    expect(entries.filter(({ kind }) => kind === 'rejected')).toMatchObject([
      { event: 'order.placed', message: expect.stringMatching(/the field amount .*"free"/) },
    ]);
    expect(passedOver).toEqual([3]);
    expect((await world.customer('7'))?.attributes.lastAmount?.value).toBe(31);
  });

  it('the journal tells which element of an array was refused', async () => {
    const project = await shippedWith('batch', withShop);
    const events = [{ user: 'ada' }, { user: null }, { user: 'ben' }];
    const { entries, world } = await played(project, [line('batch', '2026-03-02T10:00:00Z', { events }, 'mailer')]);
    expect(entries.filter(({ kind }) => kind === 'rejected')).toMatchObject([
      { reason: 'no-customer', message: expect.stringMatching(/^Element 2 of 3 in detail\.events: mail\.opened /) },
    ]);
    expect(world.customers()).toEqual(['ada', 'ben']);
  });
});
