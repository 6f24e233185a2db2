import { DescribeTableCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem } from '../../core/customer/model/item.ts';
import type { Everyone } from './ports.ts';

interface EveryoneDeps {
  client: DynamoDBClient;
  /** The customers' table. */
  table: string;
}

/**
 * Everybody in the customers' table, in its own order. Each item is read for what is asked of it, so nothing that lists
 * customers elsewhere would make it cheaper. Eventually consistent: who has just come was not there at the start.
 */
export const createDynamoEveryone = ({ client, table: TableName }: EveryoneDeps): Everyone => ({
  page: async (after, count) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName,
        Limit: count,
        ProjectionExpression: '#item',
        ExpressionAttributeNames: { '#item': 'item' },
        ...(after === undefined ? {} : { ExclusiveStartKey: { id: { S: after } } }),
      }),
    );
    const states = Items.flatMap(({ item }) => (item?.S === undefined ? [] : [fromItem(item.S)]));
    const next = LastEvaluatedKey?.id?.S;
    return { states, ...(next !== undefined && { next }) };
  },
  // Counted by DynamoDB every six hours.
  count: async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return Table?.ItemCount ?? 0;
  },
});
