import {
  type AttributeValue,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { digest } from '../../core/hash.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { keyOf } from '../shared/stores/census-rows.dynamo.ts';
import type { WorkOfMany } from '../shared/stores/crowds.ts';
import type { TableDeps } from '../shared/stores/query-all.dynamo.ts';
import { ASKING, type Tickets } from './tickets.ts';

const KEPT = 90 * DAY;

/** Stands for many where nobody waits any more. */
const NOBODY: AttributeValue = { S: '' };

/** What a desk made of our tasks, in Records: by a hash of the task, and of nobody. `asked` stands there while no answer does. */
export const createDynamoTickets = ({ client, table: TableName, now }: TableDeps & { now: () => number }): Tickets => {
  const key = (task: string) => keyOf({ pk: `desk#${digest([task])}`, sk: 'ticket' });
  const itemOf = (task: string) => ({ ...key(task), ttl: { N: String(Math.ceil((now() + KEPT) / 1000)) } });
  const isPut = async (put: Omit<PutItemCommandInput, 'TableName'>): Promise<boolean> => {
    try {
      await client.send(new PutItemCommand({ TableName, ...put }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  const nameOf = ({ crowd, moment }: WorkOfMany): string => JSON.stringify(['many', crowd, moment]);
  const itemOfMany = (many: WorkOfMany, ticket: string, task: AttributeValue) => ({
    ...itemOf(nameOf(many)),
    ticket: { S: ticket },
    task,
  });
  const standing: Tickets['standing'] = async (many) => {
    const Key = key(nameOf(many));
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    const task = Item?.task?.S;
    // Once the ticket of many was that of the first of them.
    return task ? { task, ticket: Item?.ticket?.S ?? task } : undefined;
  };
  return {
    find: async (task) => {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: key(task), ConsistentRead: true }));
      if (!Item || Item.asked?.N === '0') return undefined;
      return { isMade: Item.asked === undefined, ...(Item.ticket?.S !== undefined && { ticket: Item.ticket.S }) };
    },
    begin: (task) =>
      isPut({
        Item: { ...itemOf(task), asked: { N: String(now()) } },
        ConditionExpression: 'attribute_not_exists(pk) OR asked < :before',
        ExpressionAttributeValues: { ':before': { N: String(now() - ASKING) } },
      }),
    keep: async (task, ticket) => {
      const Item = { ...itemOf(task), ...(ticket !== undefined && { ticket: { S: ticket } }) };
      await client.send(new PutItemCommand({ TableName, Item }));
    },
    standsFor: async (many, first) => {
      const condition = {
        ConditionExpression: 'attribute_not_exists(pk) OR task = :nobody',
        ExpressionAttributeValues: { ':nobody': NOBODY },
      };
      if (await isPut({ Item: itemOfMany(many, first.ticket, { S: first.task }), ...condition })) return first;
      return (await standing(many)) ?? first;
    },
    standing,
    passOn: (many, from, to) =>
      isPut({
        Item: itemOfMany(many, from.ticket, to === undefined ? NOBODY : { S: to }),
        ConditionExpression: 'task = :from AND (ticket = :ticket OR attribute_not_exists(ticket))',
        ExpressionAttributeValues: { ':from': { S: from.task }, ':ticket': { S: from.ticket } },
      }),
    release: async (task) => {
      await client.send(new PutItemCommand({ TableName, Item: { ...itemOf(task), asked: { N: '0' } } }));
    },
  };
};
