import { type DynamoDBClient, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { digest } from '../../core/hash.ts';
import type { TokenStore } from './tokens.ts';

interface DynamoTokensDeps {
  client: DynamoDBClient;
  table: string;
  now: () => number;
}

/** In seconds: longer than an execution can last. */
const KEPT = 400 * 24 * 3600;

/** Task tokens in Records, an item each. */
export const createDynamoTokens = ({ client, table, now }: DynamoTokensDeps): TokenStore => {
  const keyOf = (enrolment: string, step: string): string => `token#${enrolment}#${step}`;
  return {
    put: async (enrolment, step, token) => {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            pk: { S: keyOf(enrolment, step) },
            sk: { S: digest([token], 64) },
            token: { S: token },
            ttl: { N: String(Math.floor(now() / 1000) + KEPT) },
          },
        }),
      );
    },
    list: async (enrolment, step) => {
      const tokens: string[] = [];
      const query = {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: '#pk = :step',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':step': { S: keyOf(enrolment, step) } },
      };
      for await (const { Items = [] } of paginateQuery({ client }, query)) {
        for (const { token } of Items) if (token?.S !== undefined) tokens.push(token.S);
      }
      return tokens;
    },
  };
};
