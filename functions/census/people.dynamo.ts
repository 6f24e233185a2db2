import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { chunksOf } from '../shared/chunks.ts';
import type { Pause } from '../shared/pause.ts';
import { retryRejected } from '../shared/retry-rejected.ts';
import { keyOf, placeKey } from '../shared/stores/census-rows.dynamo.ts';
import type { Resting } from '../shared/stores/people.ts';
import type { PeopleIndex } from './ports.ts';

export interface RowsDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  pause: Pause;
}

/** DynamoDB left rows of an index unwritten; the stream brings the commits again. */
export class IndexIncomplete extends Error {
  override name = 'IndexIncomplete';
  constructor(left: number) {
    super(`DynamoDB left ${left} rows of an index unwritten after several tries. The commits are counted again.`);
  }
}

const MAX_WRITES = 25;
/** Whoever is so late has gone, and the commit that said so was lost: the row goes by itself. */
const LATEST = 90 * DAY;

/** Writes and deletes rows of Records, however many. */
export const createRowWriter =
  ({ client, table, pause }: RowsDeps) =>
  async (requests: WriteRequest[]): Promise<void> => {
    const give = async (chunk: WriteRequest[]): Promise<WriteRequest[]> => {
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: chunk } }));
      return UnprocessedItems?.[table] ?? [];
    };
    for (const chunk of chunksOf(requests, { count: MAX_WRITES })) {
      const left = await retryRejected(chunk, give, pause);
      if (left.length > 0) throw new IndexIncomplete(left.length);
    }
  };

const itemOf = (resting: Resting) => {
  const { customer, enrolment, since, due, held } = resting;
  return {
    ...keyOf(placeKey(resting)),
    customer: { S: customer },
    enrolment: { S: enrolment },
    since: { N: String(since) },
    due: { N: String(due) },
    ...(held !== undefined && { held: { S: held } }),
    ttl: { N: String(Math.ceil((due + LATEST) / 1000)) },
  };
};

/** Who rests where, in Records: a partition for each step, in it by what they are held for and when they are due. */
export const createDynamoPeopleIndex = (deps: RowsDeps): PeopleIndex => {
  const write = createRowWriter(deps);
  return {
    write: ({ gone, come }) =>
      write([
        ...gone.map((place) => ({ DeleteRequest: { Key: keyOf(placeKey(place)) } })),
        ...come.map((resting) => ({ PutRequest: { Item: itemOf(resting) } })),
      ]),
  };
};
