import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createDynamoTickets } from '../../../functions/desk/tickets.dynamo.ts';
import { T0 } from '../../support/customer.ts';
import { task } from './support.ts';

it('what a desk made of a task is known for 90 days, by a hash of the task', async () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const items = new Map<string, Record<string, { S?: string; N?: string }>>();
  mock.on(PutItemCommand).callsFake(({ Item }) => void items.set(Item.pk.S, Item));
  mock.on(GetItemCommand).callsFake(({ Key }) => ({ Item: items.get(Key.pk.S) }));
  const tickets = createDynamoTickets({ client, table: 'Records', now: () => T0 });
  expect(await tickets.find(task)).toBeUndefined();
  await tickets.keep(task, '7');
  await tickets.keep('e2/call/1', undefined);
  expect(await tickets.find(task)).toEqual({ ticket: '7' });
  expect(await tickets.find('e2/call/1')).toEqual({});
  for (const [key, { ttl }] of items) {
    expect(key).toMatch(/^desk#[0-9a-f]+$/);
    expect(Number(ttl?.N)).toBe(Math.ceil(T0 / 1000) + 90 * 86_400);
  }
});
