import { DescribeTableCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { type ReportUnreadable, statesIn } from '../shared/stores/store.dynamo.ts';
import type { Everyone } from './ports.ts';

interface EveryoneDeps {
  client: DynamoDBClient;
  /** The customers' table. */
  table: string;
  report: ReportUnreadable;
}

/**
 * Everybody in the customers' table, in its own order. Each item is read for what is asked of it, so nothing that lists
 * customers elsewhere would make it cheaper. Eventually consistent: who has just come was not there at the start.
 */
export const createDynamoEveryone = ({ client, table: TableName, report }: EveryoneDeps): Everyone => ({
  page: async (after, count) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName,
        Limit: count,
        ProjectionExpression: '#id, #item',
        ExpressionAttributeNames: { '#id': 'id', '#item': 'item' },
        ...(after === undefined ? {} : { ExclusiveStartKey: { id: { S: after } } }),
      }),
    );
    const next = LastEvaluatedKey?.id?.S;
    return { states: statesIn(Items, report), ...(next !== undefined && { next }) };
  },
  // Counted by DynamoDB every six hours.
  count: async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return Table?.ItemCount ?? 0;
  },
});
