import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { digest } from '../../core/hash.ts';
import type { TableDeps } from '../shared/stores/query-all.dynamo.ts';
import type { Nonces } from './entries.ts';

/** Used numbers in Records, until no request with them could be in time any more. */
export const createDynamoNonces = ({ client, table }: TableDeps): Nonces => ({
  use: async (nonce, until) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            pk: { S: `nonce#${digest([nonce])}` },
            sk: { S: 'used' },
            ttl: { N: String(Math.ceil(until / 1000)) },
          },
          ConditionExpression: 'attribute_not_exists(#pk)',
          ExpressionAttributeNames: { '#pk': 'pk' },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
