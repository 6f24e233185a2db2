import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  paginateQuery,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type DecisionKey, decisionId } from '../../core/customer/decision-id.ts';
import type { DecisionEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import { chunksOf } from '../shared/chunks.ts';
import type { Pause } from '../shared/pause.ts';
import { retryRejected } from '../shared/retry-rejected.ts';
import { isWork, taskRow } from '../shared/stores/task-rows.dynamo.ts';
import type { Timeline } from './ports.ts';

/** DynamoDB left some of the timeline unwritten; the stream brings the commit again. */
export class TimelineIncomplete extends Error {
  override name = 'TimelineIncomplete';
  constructor(left: number) {
    super(`DynamoDB left ${left} timeline entries unwritten after several tries. The commit is relayed again.`);
  }
}

interface DynamoTimelineDeps {
  client: DynamoDBClient;
  table: string;
  pause: Pause;
  /** For how many days an entry is kept, from when it happened; for as long as the customer where nothing is said. */
  days?: number | undefined;
}

const MAX_WRITES = 25;

const pkOf = (customer: string): string => `customer#${customer}`;
const padded = (value: number, length: number): string => String(value).padStart(length, '0');

const DAY_SECONDS = 86_400;

const itemOf = (
  { customer, version, index, entry }: Parameters<Timeline['write']>[0][number],
  days: number | undefined,
) => {
  const item: Record<string, AttributeValue> = {
    pk: { S: pkOf(customer) },
    sk: { S: `v#${padded(version, 12)}#${padded(index, 4)}` },
    entry: { S: JSON.stringify(entry) },
  };
  if (entry.kind === 'decision') item.decision = { S: decisionId(entry) };
  if (days !== undefined) item.ttl = { N: String(Math.ceil(Date.parse(entry.at) / 1000) + days * DAY_SECONDS) };
  return item;
};

/** The timeline in Records. An entry's key is its place, so writing it again changes nothing. */
export const createDynamoTimeline = ({ client, table, pause, days }: DynamoTimelineDeps): Timeline => {
  const give = async (requests: WriteRequest[]): Promise<WriteRequest[]> => {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
    return UnprocessedItems?.[table] ?? [];
  };
  return {
    write: async (entries) => {
      const work = entries.flatMap(({ entry }) => (isWork(entry) ? [taskRow(entry)] : []));
      const requests = [...entries.map((entry) => itemOf(entry, days)), ...work].map((Item) => ({
        PutRequest: { Item },
      }));
      for (const chunk of chunksOf(requests, { count: MAX_WRITES })) {
        const left = await retryRejected(chunk, give, pause);
        if (left.length > 0) throw new TimelineIncomplete(left.length);
      }
    },
  };
};

/** The latest that was decided at a step of an enrolment, as the timeline has it. */
export const createDynamoDecisions =
  ({ client, table }: Omit<DynamoTimelineDeps, 'pause' | 'days'>) =>
  async (customer: string, key: DecisionKey): Promise<DecisionEntry | undefined> => {
    const query = {
      TableName: table,
      KeyConditionExpression: '#pk = :customer',
      FilterExpression: '#decision = :decision',
      ExpressionAttributeNames: { '#pk': 'pk', '#decision': 'decision' },
      ExpressionAttributeValues: { ':customer': { S: pkOf(customer) }, ':decision': { S: decisionId(key) } },
      ScanIndexForward: false,
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      const entry = Items[0]?.entry?.S;
      if (entry !== undefined) return JSON.parse(entry) as Extract<JournalEntry, { kind: 'decision' }>;
    }
    return undefined;
  };
