import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createDynamoTickets } from '../../../functions/desk/tickets.dynamo.ts';
import { ASKING } from '../../../functions/desk/tickets.ts';
import { T0 } from '../../support/customer.ts';
import { task } from './support.ts';

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const items = new Map<string, Record<string, { S?: string; N?: string }>>();
  const clock = { now: T0 };
  mock.on(PutItemCommand).callsFake(({ Item, ConditionExpression, ExpressionAttributeValues }) => {
    const { asked } = items.get(Item.pk.S) ?? {};
    const isFree = !items.has(Item.pk.S) || Number(asked?.N) < Number(ExpressionAttributeValues?.[':before'].N);
    if (ConditionExpression && !isFree) throw new ConditionalCheckFailedException({ message: '', $metadata: {} });
    items.set(Item.pk.S, Item);
  });
  mock.on(GetItemCommand).callsFake(({ Key }) => ({ Item: items.get(Key.pk.S) }));
  const tickets = createDynamoTickets({ client, table: 'Records', now: () => clock.now });
  return { tickets, items, clock };
};

it('what a desk made of a task is known for 90 days, by a hash of the task', async () => {
  const { tickets, items } = open();
  expect(await tickets.find(task)).toBeUndefined();
  await tickets.keep(task, '7');
  await tickets.keep('e2/call/1', undefined);
  expect(await tickets.find(task)).toEqual({ isMade: true, ticket: '7' });
  expect(await tickets.find('e2/call/1')).toEqual({ isMade: true });
  for (const [key, { ttl }] of items) {
    expect(key).toMatch(/^desk#[0-9a-f]+$/);
    expect(Number(ttl?.N)).toBe(Math.ceil(T0 / 1000) + 90 * 86_400);
  }
});

it('who asks a desk of a task is alone for a minute, or until its answer', async () => {
  const { tickets, clock } = open();
  expect(await tickets.begin(task)).toBe(true);
  expect(await tickets.find(task)).toEqual({ isMade: false });
  clock.now += ASKING;
  expect(await tickets.begin(task)).toBe(false);
  clock.now += 1;
  expect(await tickets.begin(task)).toBe(true);
  await tickets.keep(task, '7');
  clock.now += 2 * ASKING;
  expect(await tickets.begin(task)).toBe(false);
  expect(await tickets.find(task)).toEqual({ isMade: true, ticket: '7' });
});

it('what the desk refused was not asked', async () => {
  const { tickets } = open();
  await tickets.begin(task);
  await tickets.release(task);
  expect(await tickets.find(task)).toBeUndefined();
  expect(await tickets.begin(task)).toBe(true);
});

it('what many wait for is told by the first that asks, whoever asks at once', async () => {
  const { tickets } = open();
  const many = '["many","c1","outage-call"]';
  const found = await Promise.all(['e1/call/1', 'e2/call/1'].map((each) => tickets.standsFor(many, each)));
  expect(new Set(found).size).toBe(1);
  expect(await tickets.standsFor(many, 'e3/call/1')).toBe(found[0]);
  expect(await tickets.standsFor('["many","c1","outage-credit"]', 'e3/call/1')).toBe('e3/call/1');
});
