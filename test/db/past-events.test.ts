import { expect, it } from 'vitest';
import { createDynamoEraser, createDynamoRecords } from '../../functions/shared/stores/customer-records.dynamo.ts';
import { createDynamoPastEventLog, createDynamoPastEvents } from '../../functions/shared/stores/past-events.dynamo.ts';
import { FOR_ALL, PAST_GROUPS, pastGroup } from '../../functions/shared/stores/past-events.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { T0 } from '../support/customer.ts';
import { newRecords } from '../support/tables.ts';
import { openDatabase } from './database.ts';

const { client } = openDatabase();

const open = async () => {
  const deps = { client, table: await newRecords(client) };
  const log = createDynamoPastEventLog({ ...deps, days: 30 });
  const keep = (customer: string, id: string, at = T0) =>
    log.keep(
      customer,
      { id, source: 'shop', 'detail-type': 'order.placed', time: new Date(at).toISOString(), detail: { customer } },
      at,
    );
  const past = createDynamoPastEvents({ ...deps, share: 0.5 });
  return { deps, keep, past };
};

it('has all that was kept since a time, each event once, however often it came', async () => {
  const { keep, past } = await open();
  await keep('ada', 'e1');
  await keep('ada', 'e1', T0 + 1000);
  await keep('bo', 'old', T0 - DAY);
  await keep(FOR_ALL, 'outage');
  const { events, share } = await past.sample(T0, { events: 100, size: 1_000_000 });
  expect(events.map(({ customer, event }) => `${customer} ${event.id}`).toSorted()).toEqual([' outage', 'ada e1']);
  expect(share).toBe(0.5);
});

it('takes whole customers only, until there are enough, and says of which share', async () => {
  const { keep, past } = await open();
  const ids = Array.from({ length: 60 }, (_, index) => `c-${index}`);
  for (const id of ids) for (const number of [1, 2, 3]) await keep(id, `e${number}`);
  const { events, share } = await past.sample(T0, { events: 50, size: 1_000_000 });
  const sampled = Map.groupBy(events, ({ customer }) => customer);
  expect([...sampled.values()].every((each) => each.length === 3)).toBe(true);
  expect(events.length).toBeGreaterThanOrEqual(50);
  expect(events.length).toBeLessThan(53);
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.3);
});

it('knows of which share they are, however few of the first group are enough', async () => {
  const { keep, past } = await open();
  const first = Array.from({ length: 2000 }, (_, index) => `c-${index}`).filter((id) => pastGroup(id) === 0);
  for (const id of first.slice(0, 20)) await keep(id, 'e1');
  const { events, share } = await past.sample(T0, { events: 10, size: 1_000_000 });
  expect(events).toHaveLength(10);
  expect(share * PAST_GROUPS).toBeGreaterThan(0.1);
  expect(share * PAST_GROUPS).toBeLessThan(0.4);
});

it('goes with its customer, and with nobody whose id begins like theirs', async () => {
  const { deps, keep, past } = await open();
  const alike = ['a', 'a#1', 'a/1', 'a%23', 'ä'];
  for (const id of alike) for (const event of ['e1', 'e2']) await keep(id, event);
  const records = createDynamoRecords(deps);
  expect((await records.page('a#1', 'past')).items).toMatchObject([{ customer: 'a#1' }, { customer: 'a#1' }]);
  await createDynamoEraser({ ...deps, pause: async () => {} }).wipe('a', T0 + 1);
  const left = new Set(
    (await past.sample(T0, { events: 100, size: 1_000_000 })).events.map(({ customer }) => customer),
  );
  expect(left).toEqual(new Set(alike.slice(1)));
});

it('goes with somebody of as long an id as intake takes, or who is called everyone, and with nothing that is about all', async () => {
  const { deps, keep, past } = await open();
  const ids = ['ä'.repeat(256), 'everyone'];
  for (const id of [...ids, FOR_ALL]) await keep(id, 'e1');
  for (const id of ids) await createDynamoEraser({ ...deps, pause: async () => {} }).wipe(id, T0 + 1);
  expect((await past.sample(T0, { events: 100, size: 1_000_000 })).events.map(({ customer }) => customer)).toEqual([
    FOR_ALL,
  ]);
});

it('takes no further customer either once what it holds is large', async () => {
  const { keep, past } = await open();
  for (let number = 0; number < 20; number++) await keep(`c-${number}`, 'e1');
  const { events } = await past.sample(T0, { events: 100, size: 1000 });
  expect(events.length).toBeGreaterThan(1);
  expect(events.length).toBeLessThan(10);
});
