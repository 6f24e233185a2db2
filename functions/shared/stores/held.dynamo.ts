import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { chunksOf } from '../chunks.ts';
import { insist } from '../insist.ts';
import type { Pause } from '../pause.ts';
import { type Eraser, type Held, SHELVES, type Shelf } from './held.ts';

/** DynamoDB left some records of a customer in place; whoever erases erases again. */
export class ErasureIncomplete extends Error {
  override name = 'ErasureIncomplete';
  constructor(left: number) {
    super(`DynamoDB left ${left} records in place after several tries. The effect comes again.`);
  }
}

interface HeldDeps {
  client: DynamoDBClient;
  table: string;
}

/** Where in Records each kind is: the beginning of its key, and the attribute with the record as JSON. */
const PLACES: Record<Shelf, { kind: string; attribute: string }> = {
  timeline: { kind: 'customer', attribute: 'entry' },
  messages: { kind: 'inbox', attribute: 'message' },
};

const MAX_WRITES = 25;

const query = async ({ client, table }: HeldDeps, customer: string, shelf: Shelf, after?: string) => {
  const { kind, attribute } = PLACES[shelf];
  const pk: AttributeValue = { S: `${kind}#${customer}` };
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :customer',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':customer': pk },
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: { S: after } } }),
    }),
  );
  const records = Items.map((item) => ({
    key: { pk, sk: { S: item.sk?.S ?? '' } },
    record: JSON.parse(item[attribute]?.S ?? '{}') as { at?: string },
  }));
  return { records, next: LastEvaluatedKey?.sk?.S };
};

/** What Records holds of a customer. A page is what one query answers: a megabyte at most. */
export const createDynamoHeld = (deps: HeldDeps): Held => ({
  page: async (customer, shelf, after) => {
    const { records, next } = await query(deps, customer, shelf, after);
    return { items: records.map(({ record }) => record), ...(next === undefined ? {} : { next }) };
  },
});

/** Removes what Records holds of a customer. */
export const createDynamoEraser = (deps: HeldDeps & { pause: Pause }): Eraser => {
  const { client, table, pause } = deps;
  const give = async (requests: WriteRequest[]): Promise<WriteRequest[]> => {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
    return UnprocessedItems?.[table] ?? [];
  };
  const wipeShelf = async (customer: string, shelf: Shelf, before: number): Promise<void> => {
    for (let after: string | undefined; ; ) {
      const { records, next } = await query(deps, customer, shelf, after);
      const old = records.filter(({ record }) => !(Date.parse(record.at ?? '') >= before));
      const requests = old.map(({ key }) => ({ DeleteRequest: { Key: key } }));
      for (const chunk of chunksOf(requests, { count: MAX_WRITES })) {
        const left = await insist<WriteRequest>(chunk, give, pause);
        if (left.length > 0) throw new ErasureIncomplete(left.length);
      }
      if (next === undefined) return;
      after = next;
    }
  };
  return {
    wipe: async (customer, before) => {
      for (const shelf of SHELVES) await wipeShelf(customer, shelf, before);
    },
  };
};
