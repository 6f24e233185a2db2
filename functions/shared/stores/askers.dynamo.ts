import { paginateQuery, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { Askers } from './askers.ts';
import { askerKey, askersPartition, keyOf } from './census-rows.dynamo.ts';
import type { TableDeps } from './query-all.dynamo.ts';

/** Who asked for what, in Records: a partition for each theme, in it a row for each customer. */
export const createDynamoAskers = ({ client, table }: TableDeps): Askers => {
  const of = (theme: string): QueryCommandInput => ({
    TableName: table,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': 'pk' },
    ExpressionAttributeValues: { ':pk': { S: askersPartition(theme) } },
  });
  return {
    page: async (theme, after, count) => {
      // It begins after this key, also where that row is gone by now.
      const from = after === undefined ? {} : { ExclusiveStartKey: keyOf(askerKey({ theme, customer: after })) };
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({ ...of(theme), Limit: count, ...from }),
      );
      const customers = Items.flatMap(({ customer }) => customer?.S ?? []);
      const last = customers.at(-1);
      return { customers, ...(LastEvaluatedKey && last !== undefined && { next: last }) };
    },
    count: async (theme) => {
      let sum = 0;
      for await (const { Count = 0 } of paginateQuery({ client }, { ...of(theme), Select: 'COUNT' })) sum += Count;
      return sum;
    },
  };
};
