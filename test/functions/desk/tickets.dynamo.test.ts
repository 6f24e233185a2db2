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
  mock.on(PutItemCommand).callsFake(({ Item, ConditionExpression = '', ExpressionAttributeValues: values = {} }) => {
    const old = items.get(Item.pk.S);
    const isMet: Record<string, boolean> = {
      '': true,
      'attribute_not_exists(pk) OR asked < :before': !old || Number(old.asked?.N) < Number(values[':before']?.N),
      'attribute_not_exists(pk) OR task = :nobody': !old || old.task?.S === values[':nobody']?.S,
      'task = :from AND (ticket = :ticket OR attribute_not_exists(ticket))':
        old?.task?.S === values[':from']?.S && [undefined, values[':ticket']?.S].includes(old?.ticket?.S),
    };
    if (!isMet[ConditionExpression]) throw new ConditionalCheckFailedException({ message: '', $metadata: {} });
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

const many = { crowd: 'c1', moment: 'outage-call' };

it('what many wait for is told by the first that asks, whoever asks at once', async () => {
  const { tickets } = open();
  const each = ['e1/call/1', 'e2/call/1'].map((one) => ({ task: one, ticket: `many ${one}` }));
  const answers = await Promise.all(each.map((one) => tickets.standsFor(many, one)));
  expect(answers[1]).toEqual(answers[0]);
  const third = { task: 'e3/call/1', ticket: 'many e3/call/1' };
  expect(await tickets.standsFor(many, third)).toEqual(answers[0]);
  expect(await tickets.standing(many)).toEqual(answers[0]);
  expect(await tickets.standsFor({ ...many, moment: 'outage-credit' }, third)).toEqual(third);
});

it('another stands for many only where nobody else came first, and when none does the next that asks begins anew', async () => {
  const { tickets } = open();
  const first = { task: 'e1/call/1', ticket: 'many e1' };
  expect(await tickets.standing(many)).toBeUndefined();
  await tickets.standsFor(many, first);
  expect(await tickets.passOn(many, first, 'e2/call/1')).toBe(true);
  expect(await tickets.passOn(many, first, 'e3/call/1')).toBe(false);
  const second = { ...first, task: 'e2/call/1' };
  expect(await tickets.standing(many)).toEqual(second);
  expect(await tickets.passOn(many, { ...second, ticket: 'another' }, undefined)).toBe(false);
  expect(await tickets.passOn(many, second, undefined)).toBe(true);
  expect(await tickets.standing(many)).toBeUndefined();
  const anew = { task: 'e4/call/1', ticket: 'many e4' };
  expect(await tickets.standsFor(many, anew)).toEqual(anew);
});
