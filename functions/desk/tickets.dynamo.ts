import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { digest } from '../../core/hash.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { keyOf } from '../shared/stores/census-rows.dynamo.ts';
import type { TableDeps } from '../shared/stores/query-all.dynamo.ts';
import { ASKING, type Tickets } from './tickets.ts';

const KEPT = 90 * DAY;

/** What a desk made of our tasks, in Records: by a hash of the task, and of nobody. `asked` stands there while no answer does. */
export const createDynamoTickets = ({ client, table: TableName, now }: TableDeps & { now: () => number }): Tickets => {
  const key = (task: string) => keyOf({ pk: `desk#${digest([task])}`, sk: 'ticket' });
  const itemOf = (task: string) => ({ ...key(task), ttl: { N: String(Math.ceil((now() + KEPT) / 1000)) } });
  return {
    find: async (task) => {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: key(task), ConsistentRead: true }));
      if (!Item || Item.asked?.N === '0') return undefined;
      return { isMade: Item.asked === undefined, ...(Item.ticket?.S !== undefined && { ticket: Item.ticket.S }) };
    },
    begin: async (task) => {
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: { ...itemOf(task), asked: { N: String(now()) } },
            ConditionExpression: 'attribute_not_exists(pk) OR asked < :before',
            ExpressionAttributeValues: { ':before': { N: String(now() - ASKING) } },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    keep: async (task, ticket) => {
      const Item = { ...itemOf(task), ...(ticket !== undefined && { ticket: { S: ticket } }) };
      await client.send(new PutItemCommand({ TableName, Item }));
    },
    standsFor: async (many, task) => {
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: { ...itemOf(many), task: { S: task } },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return task;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const { Item } = await client.send(new GetItemCommand({ TableName, Key: key(many), ConsistentRead: true }));
        return Item?.task?.S ?? task;
      }
    },
    release: async (task) => {
      await client.send(new PutItemCommand({ TableName, Item: { ...itemOf(task), asked: { N: '0' } } }));
    },
  };
};
