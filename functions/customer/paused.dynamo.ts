import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';

interface PausedDeps {
  client: DynamoDBClient;
  table: string;
  now: () => number;
}

const MINUTE = 60_000;

/** The journeys that an operator has paused, as of at most a minute ago. */
export const createDynamoPaused = ({ client, table, now }: PausedDeps): (() => Promise<ReadonlySet<string>>) => {
  let known: { at: number; journeys: Promise<ReadonlySet<string>> } | undefined;

  const read = async (): Promise<ReadonlySet<string>> => {
    const journeys = new Set<string>();
    const query = {
      TableName: table,
      KeyConditionExpression: '#pk = :flag',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':flag': { S: 'flag#paused' } },
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const { sk } of Items) if (sk?.S !== undefined) journeys.add(sk.S);
    }
    return journeys;
  };

  return () => {
    if (known && now() < known.at + MINUTE) return known.journeys;
    const asked = { at: now(), journeys: read() };
    known = asked;
    // What could not be read is asked again at once by the next.
    asked.journeys.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.journeys;
  };
};
