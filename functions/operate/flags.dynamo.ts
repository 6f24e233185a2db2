import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import type { Flags } from './flags.ts';

interface FlagsDeps {
  client: DynamoDBClient;
  table: string;
}

const PAUSED = { S: 'flag#paused' };

/** Operator flags in Records, an item each. */
export const createDynamoFlags = ({ client, table }: FlagsDeps): Flags => ({
  paused: async () => {
    const journeys: string[] = [];
    const query = {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :flag',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':flag': PAUSED },
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const { sk } of Items) if (sk?.S !== undefined) journeys.push(sk.S);
    }
    return journeys;
  },
  pause: async (journey) => {
    await client.send(new PutItemCommand({ TableName: table, Item: { pk: PAUSED, sk: { S: journey } } }));
  },
  resume: async (journey) => {
    await client.send(new DeleteItemCommand({ TableName: table, Key: { pk: PAUSED, sk: { S: journey } } }));
  },
});
