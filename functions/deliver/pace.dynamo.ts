import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { TakeTurn } from './pace.ts';

interface TurnsDeps {
  client: DynamoDBClient;
  table: string;
}

/** Who asks so often finds others there each time; the provider then says itself what it takes. */
const ATTEMPTS = 4;

/** Turns counted in Records: an item for each line, with the time at which the next one is free. One write a turn, no read. */
export const createDynamoTurns = ({ client, table }: TurnsDeps): TakeTurn => {
  const write = async (line: string, set: string, condition: string, values: Record<string, number>) => {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { pk: { S: `pace#${line}` }, sk: { S: 'next' } },
        UpdateExpression: `SET #next = ${set}`,
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#next': 'next' },
        ExpressionAttributeValues: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [`:${name}`, { N: String(value) }]),
        ),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.next?.N);
  };
  const unlessRefused = async (writing: Promise<number>): Promise<number | undefined> => {
    try {
      return await writing;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };
  return async (line, every, now) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const behind = await unlessRefused(write(line, '#next + :every', '#next >= :now', { every, now }));
      if (behind !== undefined) return behind - every;
      // Nobody stands in it: it begins now.
      const empty = 'attribute_not_exists(#next) OR #next < :now';
      const first = await unlessRefused(write(line, ':after', empty, { after: now + every, now }));
      if (first !== undefined) return now;
    }
    return now;
  };
};
