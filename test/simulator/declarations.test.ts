import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openIncidents } from '../../core/customer/model/incidents.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { play } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tactful-declarations-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The shipped workflows with changes of their own. */
const readShippedWith = async (name: string, change: (dir: string) => void = () => {}) => {
  const dir = join(scratch, name);
  cpSync('workflows', dir, { recursive: true });
  change(dir);
  return loadProject(dir);
};

/** In minutes. */
const DAY = 1440;

let count = 0;
const line = (type: string, time: string, detail: object, source = 'acme') =>
  JSON.stringify({ id: `e${++count}`, source, 'detail-type': type, time, detail });

const playLines = async (project: Awaited<ReturnType<typeof readShippedWith>>, lines: string[]) => {
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
      const project = await readShippedWith(`money-${currency}`, withMoney);
      const due = { customerId: 'c1', subscriptionId: 's1', renewsAt: '2026-03-20T12:00:00Z', amount: 29, currency };
      const { entries } = await playLines(project, [
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
    const project = await readShippedWith('money-small', withMoney);
    const due = {
      customerId: 'c1',
      subscriptionId: 's1',
      renewsAt: '2026-03-20T12:00:00Z',
      amount: 29,
      currency: 'eur',
    };
    const { about } = await playLines(project, [
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
    const project = await readShippedWith('shop', withShop);
    const { entries, passedOver, world } = await playLines(project, [
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
    const project = await readShippedWith('batch', withShop);
    const events = [{ user: 'ada' }, { user: null }, { user: 'ben' }];
    const { entries, world } = await playLines(project, [line('batch', '2026-03-02T10:00:00Z', { events }, 'mailer')]);
    expect(entries.filter(({ kind }) => kind === 'rejected')).toMatchObject([
      { reason: 'no-customer', message: expect.stringMatching(/^Element 2 of 3 in detail\.events: mail\.opened /) },
    ]);
    expect(world.customers()).toEqual(['ada', 'ben']);
  });
});

describe('what happens once, sent again under a new envelope id', async () => {
  const project = await readShippedWith('once');
  const at = (minutes: number) => new Date(Date.parse('2026-03-02T10:00:00Z') + minutes * 60_000).toISOString();
  const ticket = { customerId: 'ben', ticketId: 't1' };
  const opened = (minutes: number) =>
    line('support.ticket_opened', at(minutes), { ...ticket, subject: 'Hello', body: 'It is broken and useless' });
  const resolved = (minutes: number, resolvedAt?: string) =>
    line('support.ticket_resolved', at(minutes), { ...ticket, ...(resolvedAt && { resolvedAt }) });
  const reopened = (minutes: number, reopenedAt: string) =>
    line('support.ticket_reopened', at(minutes), { ...ticket, reopenedAt });
  const signUp = line('customer.signed_up', at(-1440), { customerId: 'ben', email: 'ben@example.com' });
  const openAfter = async (...lines: string[]) => {
    const { world, entries } = await playLines(project, [signUp, ...lines]);
    const state = await world.customer('ben');
    return { open: state ? openIncidents(state, world.now, project.catalogue.policy) : [], entries };
  };

  it('a ticket that was solved stays so, its text counts once, and nothing is held for it', async () => {
    const { open, entries } = await openAfter(opened(0), resolved(120), opened(121));
    expect(open).toEqual([]);
    expect(entries.filter((entry) => entry.kind === 'signal' && entry.opens === 'ticket:t1')).toHaveLength(1);
    expect(entries.filter((entry) => 'reason' in entry && entry.reason === 'open-incident')).toEqual([]);
  });

  it('one that is opened again says so, and is open until it is solved again', async () => {
    expect((await openAfter(opened(0), resolved(60), reopened(120, at(120)))).open).toEqual(['ticket:t1']);
    expect((await openAfter(opened(0), resolved(60), reopened(120, at(120)), resolved(180))).open).toEqual([]);
  });

  it('a repeat of the opening again opens nothing, nor does a repeat of the solution solve it', async () => {
    const again = reopened(120, at(120));
    const twice = [opened(0), resolved(60, at(60)), again];
    expect((await openAfter(...twice, resolved(180, at(180)), reopened(200, at(120)))).open).toEqual([]);
    expect((await openAfter(...twice, resolved(130, at(60)))).open).toEqual(['ticket:t1']);
  });

  it('a failure that was restored stays so', async () => {
    const failure = { customerId: 'ben', failureId: 'f1', service: 'sync', severity: 'minor' };
    const detected = (minutes: number) => line('service.failure_detected', at(minutes), failure);
    const restored = (minutes: number) => line('service.restored', at(minutes), { customerId: 'ben', failureId: 'f1' });
    expect((await openAfter(detected(0), restored(60), detected(61), restored(62))).open).toEqual([]);
  });

  it('a renewal starts once for each term, also when the first is over', async () => {
    const due = (minutes: number, renewsAt: string) =>
      line('subscription.renewal_due', at(minutes), {
        customerId: 'ben',
        subscriptionId: 's1',
        renewsAt,
        amount: 29,
        currency: 'EUR',
      });
    const renewed = line('subscription.renewed', at(30), { customerId: 'ben', subscriptionId: 's1' });
    const { entries } = await openAfter(
      due(0, '2026-04-10'),
      renewed,
      due(24 * DAY, '2026-04-10'),
      due(25 * DAY, '2027-04-10'),
    );
    const entered = entries.filter((entry) => entry.kind === 'entered' && entry.journey === 'renewal');
    expect(entered.map((entry) => entry.at)).toEqual([at(0), at(25 * DAY)]);
  });
});
