import { type AttributeValue, type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';

export interface TableDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
}

/** Rows of one partition, all, or those from one sort key to another. */
export const queryAll = async (
  { client, table }: TableDeps,
  partition: string,
  between?: { from: string; to: string },
): Promise<Record<string, AttributeValue>[]> => {
  const rows: Record<string, AttributeValue>[] = [];
  const query = {
    TableName: table,
    KeyConditionExpression: `#pk = :pk${between ? ' AND #sk BETWEEN :from AND :to' : ''}`,
    ExpressionAttributeNames: { '#pk': 'pk', ...(between && { '#sk': 'sk' }) },
    ExpressionAttributeValues: {
      ':pk': { S: partition },
      ...(between && { ':from': { S: between.from }, ':to': { S: between.to } }),
    },
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) rows.push(...Items);
  return rows;
};
