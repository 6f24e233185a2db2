import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { countKey, countName, goesAfter, keyOf } from '../shared/stores/census-rows.dynamo.ts';
import { KEPT } from './kept.ts';
import { type RejectionCounter, rejection } from './ports.ts';

interface RejectionDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
}

/** Counts what was rejected beside what commits say. */
export const createDynamoRejectionCounter = ({ client, table }: RejectionDeps): RejectionCounter => ({
  rejected: async (reason, at) => {
    const one = rejection(reason, at);
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keyOf(countKey(one, 0)),
        UpdateExpression: 'SET #ttl = :ttl ADD #name :one',
        ExpressionAttributeNames: { '#ttl': 'ttl', '#name': countName(one) },
        ExpressionAttributeValues: {
          ':ttl': { N: String(goesAfter(one.day, KEPT.counts)) },
          ':one': { N: '1' },
        },
      }),
    );
  },
});
