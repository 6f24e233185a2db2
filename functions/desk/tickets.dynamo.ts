import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { digest } from '../../core/hash.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { keyOf } from '../shared/stores/census-rows.dynamo.ts';
import type { TableDeps } from '../shared/stores/query-all.dynamo.ts';
import type { Tickets } from './desk.ts';

const KEPT = 90 * DAY;

/** What a desk made of our tasks, in Records: by a hash of the task, and of nobody. */
export const createDynamoTickets = ({ client, table: TableName, now }: TableDeps & { now: () => number }): Tickets => {
  const key = (task: string) => keyOf({ pk: `desk#${digest([task])}`, sk: 'ticket' });
  return {
    find: async (task) => {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: key(task), ConsistentRead: true }));
      return Item && { ...(Item.ticket?.S !== undefined && { ticket: Item.ticket.S }) };
    },
    keep: async (task, ticket) => {
      const ttl = { N: String(Math.ceil((now() + KEPT) / 1000)) };
      const Item = { ...key(task), ttl, ...(ticket !== undefined && { ticket: { S: ticket } }) };
      await client.send(new PutItemCommand({ TableName, Item }));
    },
  };
};
