import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { DecisionEntry } from '../../../core/customer/model/journal.ts';
import { TaskEntry } from '../../../core/customer/model/work-entries.ts';
import { chunksOf } from '../chunks.ts';
import type { Pause } from '../pause.ts';
import { retryRejected } from '../retry-rejected.ts';
import { entryKey, keyOf, listKey } from './census-rows.dynamo.ts';
import { type CustomerRecords, RECORD_KINDS, type RecordEraser, type RecordKind } from './customer-records.ts';
import { readEntries } from './directory-entries.dynamo.ts';
import { marksOf } from './inbox-rows.dynamo.ts';
import { pastKeys } from './past-events.dynamo.ts';
import { overKey } from './queue.dynamo.ts';
import { isWork, taskKey } from './task-rows.dynamo.ts';

/** DynamoDB left some records of a customer in place; whoever erases erases again. */
export class ErasureIncomplete extends Error {
  override name = 'ErasureIncomplete';
  constructor(left: number) {
    super(`DynamoDB left ${left} records in place after several tries. The effect comes again.`);
  }
}

interface RecordsDeps {
  client: DynamoDBClient;
  table: string;
}

/** Where a customer's records are: their partition, and how their sort keys begin where others' lie beside them. */
interface Keys {
  partition: string;
  begins?: string;
}

const under =
  (kind: string) =>
  (customer: string): Keys => ({ partition: `${kind}#${customer}` });

/** Where in Records each kind is, and the attribute with the record as JSON. */
const KEYS: Record<RecordKind, { of: (customer: string) => Keys; attribute: string }> = {
  timeline: { of: under('customer'), attribute: 'entry' },
  messages: { of: under('inbox'), attribute: 'message' },
  notes: { of: under('note'), attribute: 'note' },
  past: { of: pastKeys, attribute: 'event' },
};

const MAX_WRITES = 25;

const query = async ({ client, table }: RecordsDeps, customer: string, recordKind: RecordKind, after?: string) => {
  const { of, attribute } = KEYS[recordKind];
  const { partition, begins } = of(customer);
  const pk: AttributeValue = { S: partition };
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: `#pk = :customer${begins === undefined ? '' : ' AND begins_with(#sk, :begins)'}`,
      ExpressionAttributeNames: { '#pk': 'pk', ...(begins !== undefined && { '#sk': 'sk' }) },
      ExpressionAttributeValues: { ':customer': pk, ...(begins !== undefined && { ':begins': { S: begins } }) },
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: { S: after } } }),
    }),
  );
  const records = Items.map((item) => ({
    key: { pk, sk: { S: item.sk?.S ?? '' } },
    // What the customer did with a message stands beside it.
    record: { ...JSON.parse(item[attribute]?.S ?? '{}'), ...marksOf(item) } as { at?: string },
  }));
  return { records, next: LastEvaluatedKey?.sk?.S };
};

/** What Records holds of a customer. A page is what one query answers: a megabyte at most. */
export const createDynamoRecords = (deps: RecordsDeps): CustomerRecords => ({
  page: async (customer, recordKind, after) => {
    const { records, next } = await query(deps, customer, recordKind, after);
    return { items: records.map(({ record }) => record), ...(next === undefined ? {} : { next }) };
  },
});

/** Removes what Records holds of a customer. */
export const createDynamoEraser = (deps: RecordsDeps & { pause: Pause }): RecordEraser => {
  const { client, table, pause } = deps;
  const give = async (requests: WriteRequest[]): Promise<WriteRequest[]> => {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
    return UnprocessedItems?.[table] ?? [];
  };
  const removeAll = async (keys: Record<string, AttributeValue>[]): Promise<void> => {
    // Two entries may name one row, and a request names each once.
    const once = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
    const requests = once.map((Key): WriteRequest => ({ DeleteRequest: { Key } }));
    for (const chunk of chunksOf(requests, { count: MAX_WRITES })) {
      const left = await retryRejected(chunk, give, pause);
      if (left.length > 0) throw new ErasureIncomplete(left.length);
    }
  };
  /** Who counts takes them out of the directory by their last commit; this is for the day when that was lost. */
  const wipeEntries = async (customer: string, before: number): Promise<void> => {
    const { entries, at } = await readEntries(deps, customer);
    if (entries.length === 0 || at >= before) return;
    // The list of them is the last: whatever fails midway is found again.
    await removeAll(entries.map((entry) => keyOf(entryKey(entry, customer))));
    await removeAll([keyOf(listKey(customer))]);
  };
  const wipeKind = async (customer: string, recordKind: RecordKind, before: number): Promise<void> => {
    for (let after: string | undefined; ; ) {
      const { records, next } = await query(deps, customer, recordKind, after);
      const old = records.filter(({ record }) => !(Date.parse(record.at ?? '') >= before));
      // Work that somebody was given because of them is listed by its day, too.
      const decided = old.flatMap(({ record }) => DecisionEntry.safeParse(record).data ?? []);
      const closed = old.flatMap(({ record }) => TaskEntry.safeParse(record).data ?? []);
      const listKeys = [...decided.filter(isWork).map(taskKey), ...closed.flatMap(overKey).map(keyOf)];
      await removeAll([...old.map(({ key }) => key), ...listKeys]);
      if (next === undefined) return;
      after = next;
    }
  };
  return {
    wipe: async (customer, before) => {
      for (const recordKind of RECORD_KINDS) await wipeKind(customer, recordKind, before);
      await wipeEntries(customer, before);
    },
  };
};
