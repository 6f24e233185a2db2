import { describe, expect, it } from 'vitest';
import { hashAssignment } from '../../../core/customer/assignment.ts';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import { createIntake } from '../../../functions/intake/intake.ts';
import { createTake } from '../../../functions/intake/take.ts';
import { createChange } from '../../../functions/shared/stores/change.ts';
import { createMerge } from '../../../functions/shared/stores/merge.ts';
import type { EventType, Field } from '../../../language/catalogue/event.ts';
import type { FieldType } from '../../../language/catalogue/field-type.ts';
import { createMemoryBudgets } from '../../../simulator/world/budgets.memory.ts';
import { createMemoryStore } from '../../../simulator/world/customers.memory.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';

const field = (type: FieldType, optional = false): Field => ({ type, optional, provenance: 'observed' });
const amount = field('number');

const SHOPIFY = { prefix: 'aws.partner/shopify.com' };
const shopify = (topic: string) => ({
  source: SHOPIFY,
  detailType: 'shopifyWebhook',
  where: `detail.metadata."X-Shopify-Topic" = "${topic}"`,
  fields: { customerId: 'detail.payload.customer.id & ""', amount: '$number(detail.payload.total)' },
});

const events: Record<string, EventType> = {
  'order.placed': eventType({
    fields: { amount },
    sets: { spent: 'amount' },
    from: [
      shopify('orders/create'),
      { source: 'till', detailType: 'sale', fields: { customerId: 'detail.who', amount: 'detail.sum' } },
    ],
  }),
  'order.paid': eventType({ fields: { amount }, sets: { paid: 'amount' }, from: [shopify('orders/paid')] }),
  'mail.opened': eventType({
    fields: { customerId: field('text') },
    sets: { opened: 'at' },
    each: 'detail.events',
    from: [
      { source: 'mailer', detailType: 'batch', where: 'element.type = "open"', fields: { customerId: 'element.user' } },
    ],
  }),
  'mail.clicked': eventType({
    id: 'click',
    fields: { click: field('text', true) },
    sets: { clicked: 'at' },
    each: 'detail.events',
    from: [
      {
        source: 'mailer',
        detailType: 'batch',
        where: 'element.type = "click"',
        fields: { customerId: 'element.user', click: 'element.id' },
      },
    ],
  }),
  'batch.sent': eventType({
    sets: { batch: 'at' },
    from: [{ source: 'mailer', detailType: 'batch', where: '$exists(detail.by)', fields: { customerId: 'detail.by' } }],
  }),
  'points.changed': eventType({
    each: 'detail.changes',
    fields: { points: field('number') },
    sets: { points: 'points' },
  }),
};

const setUp = () => {
  const all = catalogue({ events });
  const store = createMemoryStore();
  const now = () => T0;
  const reduceDeps = { catalogue: all, paused: new Set<string>(), assignment: hashAssignment, catalogueNumber: 1 };
  const intake = createIntake({
    catalogue: all,
    change: createChange({ store, now, reduceDeps: async () => reduceDeps }),
    merge: createMerge({ store, now, reduceDeps: async () => reduceDeps }),
    load: store.load,
    beginBroadcast: async () => 'applied',
    budgets: createMemoryBudgets(),
    isSigned: async () => true,
    text: { read: async (text) => ({ mood: 'neutral', value: 0, because: text }) },
    now,
  });
  let count = 0;
  const take = (source: string, type: string, detail: object, id = `e${++count}`) =>
    intake({ id, source, 'detail-type': type, time: new Date(T0).toISOString(), detail });
  const attributes = async (id: string) =>
    Object.fromEntries(
      Object.entries((await store.load(id))?.attributes ?? {}).map(([name, { value }]) => [name, value]),
    );
  return { take, intake, attributes };
};

const statuses = async (taking: ReturnType<ReturnType<typeof setUp>['take']>) => {
  const { status, others = [] } = await taking;
  return [status, ...others.map((other) => other.status)];
};

const shopifyEvent = (topic: string, total: unknown = '29.50') => ({
  metadata: { 'X-Shopify-Topic': topic },
  payload: { customer: { id: 7 }, total },
});

const refusal = async (result: Promise<unknown>): Promise<EventRejected> => {
  const error = await result.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EventRejected) return error;
  throw new Error(`not rejected: ${String(error)}`);
};

describe('shapes of other systems', () => {
  it('topics that share one detail-type are told apart by `where`, whatever comes after the prefix of the source', async () => {
    const { take, attributes } = setUp();
    await take('aws.partner/shopify.com/1/acme', 'shopifyWebhook', shopifyEvent('orders/create'));
    await take('aws.partner/shopify.com/2/acme', 'shopifyWebhook', shopifyEvent('orders/paid', '12'));
    expect(await attributes('7')).toEqual({ spent: 29.5, paid: 12 });
  });

  it('an event may come in several shapes, and in its own', async () => {
    const { take, attributes } = setUp();
    await take('till', 'sale', { who: 'ben', sum: 3 });
    expect(await attributes('ben')).toEqual({ spent: 3 });
    await take('web', 'order.placed', { customerId: 'ben', amount: 4 });
    expect(await attributes('ben')).toEqual({ spent: 4 });
  });

  it('what no `where` takes is passed over', async () => {
    const { take } = setUp();
    expect(await take('aws.partner/shopify.com/1', 'shopifyWebhook', shopifyEvent('carts/update'))).toEqual({
      status: 'skipped',
    });
  });

  it('another source with the same detail-type is none of them', async () => {
    const { take } = setUp();
    const { reason } = await refusal(take('aws.partner/other', 'shopifyWebhook', shopifyEvent('orders/create')));
    expect(reason).toBe('unknown-type');
  });

  it('nobody passes for us by a shape', async () => {
    const { take } = setUp();
    expect(await take('tactful', 'sale', { who: 'ben', sum: 3 })).toEqual({ status: 'skipped' });
  });

  it('an expression that fails on what came refuses that event alone, and says which field and why', async () => {
    const { take, attributes } = setUp();
    const failed = take('aws.partner/shopify.com/1', 'shopifyWebhook', shopifyEvent('orders/create', 'N/A'));
    const { reason, message, event, id } = await refusal(failed);
    expect({ reason, event, id }).toEqual({ reason: 'schema', event: 'order.placed', id: 'e1' });
    expect(message).toMatch(
      /order\.placed: the field amount is not there: \$number\(detail\.payload\.total\) cannot be .*"N\/A"/,
    );
    await take('aws.partner/shopify.com/1', 'shopifyWebhook', shopifyEvent('orders/create'));
    expect(await attributes('7')).toEqual({ spent: 29.5 });
  });
});

describe('arrays of events', () => {
  const open = (user: unknown) => ({ type: 'open', user });
  const click = (user: unknown, id?: string) => ({ type: 'click', user, id });

  it('each element is an event of the declaration that takes it, and those that none takes are passed over', async () => {
    const { take, attributes } = setUp();
    const detail = { events: [open('ada'), click('ben'), { type: 'delivered', user: 'cy' }] };
    expect(await take('mailer', 'batch', detail)).toEqual({
      status: 'applied',
      customer: 'ada',
      others: [{ status: 'applied', customer: 'ben' }],
    });
    expect(Object.keys(await attributes('ada'))).toEqual(['opened']);
    expect(Object.keys(await attributes('ben'))).toEqual(['clicked']);
    expect(await attributes('cy')).toEqual({});
    const alone = { events: [open('ada'), { type: 'delivered', user: 'cy' }] };
    expect(await take('mailer', 'batch', alone)).toEqual({ status: 'applied', customer: 'ada', others: [] });
  });

  it('each has an id of its own, so that an envelope that comes again changes nothing', async () => {
    const { take } = setUp();
    const detail = { events: [open('ada'), open('ada'), click('ada')] };
    expect(await statuses(take('mailer', 'batch', detail, 'x'))).toEqual(['applied', 'applied', 'applied']);
    expect(await statuses(take('mailer', 'batch', detail, 'x'))).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(await statuses(take('mailer', 'batch', detail, 'y'))).toEqual(['applied', 'applied', 'applied']);
  });

  it('an element with a key of its own is known by it in another envelope too', async () => {
    const { take } = setUp();
    await take('mailer', 'batch', { events: [click('ada', 'c1')] });
    const again = { events: [open('ada'), click('ada', 'c1'), click('ada', 'c2')] };
    expect(await statuses(take('mailer', 'batch', again))).toEqual(['applied', 'duplicate', 'applied']);
  });

  it('an envelope may be an event by itself beside those in it', async () => {
    const { take, attributes } = setUp();
    await take('mailer', 'batch', { by: 'marketing', events: [open('ada')] });
    expect(Object.keys(await attributes('marketing'))).toEqual(['batch']);
    expect(Object.keys(await attributes('ada'))).toEqual(['opened']);
  });

  it('one that is refused does not stop the others, and the refusal tells which it is', async () => {
    const { take, attributes } = setUp();
    const detail = { events: [open('ada'), open(undefined), open({}), click('ben')] };
    const { reason, message, id } = await refusal(take('mailer', 'batch', detail));
    expect({ reason, id }).toEqual({ reason: 'no-customer', id: 'e1' });
    expect(message).toMatch(
      /^2 of the events in it were refused\. Element 2 of 4 in detail\.events: mail\.opened .* Element 3 of 4 in detail\.events: /s,
    );
    expect(Object.keys(await attributes('ada'))).toEqual(['opened']);
    expect(Object.keys(await attributes('ben'))).toEqual(['clicked']);
  });

  it('of very many that are refused the message says how many', async () => {
    const { take, attributes } = setUp();
    const detail = { events: [...Array.from({ length: 499 }, () => open({ id: 'x'.repeat(200) })), open('ada')] };
    const { message } = await refusal(take('mailer', 'batch', detail));
    expect(message).toMatch(/^499 of the events in it were refused\. Element 1 of 500 /);
    expect(Object.keys(await attributes('ada'))).toEqual(['opened']);
  });

  it('without a shape of another system an element is the detail', async () => {
    const { take, attributes } = setUp();
    const changes = [{ customerId: 'ada', points: 1 }, 5, { customerId: 'ben', points: 2 }];
    const { reason, message } = await refusal(take('shop', 'points.changed', { changes }));
    expect(reason).toBe('schema');
    expect(message).toBe('Element 2 of 3 in detail.changes: points.changed: this is 5; it should be an object.');
    expect([await attributes('ada'), await attributes('ben')]).toEqual([{ points: 1 }, { points: 2 }]);
  });

  it.each([
    [{ changes: [] }, undefined],
    [{}, /^points\.changed: detail\.changes is missing; it should be an array/],
    [{ changes: Array.from({ length: 501 }, () => ({})) }, /has 501 elements; at most 500 are taken/],
  ])('of %o it says what is so', async (detail, message) => {
    const { take } = setUp();
    const result = take('shop', 'points.changed', detail);
    if (message) expect((await refusal(result)).message).toMatch(message);
    else expect(await result).toEqual({ status: 'skipped' });
  });

  it('every event of an envelope is counted', async () => {
    const { intake } = setUp();
    const counts: Record<string, number> = {};
    const take = createTake({
      intake,
      tagReader: async () => () => undefined,
      correspondentAt: async () => undefined,
      rejects: async () => {},
      keepPast: async () => {},
      count: (name) => {
        counts[name] = (counts[name] ?? 0) + 1;
      },
    });
    const detail = { events: [open('ada'), open('ben'), click('ben')] };
    await take(JSON.stringify({ id: 'b', source: 'mailer', 'detail-type': 'batch', detail }));
    expect(counts).toEqual({ Applied: 3 });
  });
});
