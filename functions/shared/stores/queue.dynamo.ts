import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import { isOfEnd, type TaskEntry } from '../../../core/customer/model/work-entries.ts';
import { digest } from '../../../core/hash.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Key } from './census-rows.dynamo.ts';
import type { TableDeps } from './query-all.dynamo.ts';
import { isAskedFor, placesOf, type Queue, type Queued, type QueuePlace, type WhichWork } from './queue.ts';

/** For so long what is over stands in its list, and what is open whose customer was lost. In milliseconds. */
const STAYS = { over: 30 * DAY, open: 90 * DAY };

const partitionOf = ({ list, of }: Pick<QueuePlace, 'list' | 'of'>): string =>
  of ? `crowd#${of.crowd}#${of.moment}#${list}` : `queue#${list}`;

export const queueKey = ({ order, customer, task, ...where }: QueuePlace): Key => ({
  pk: partitionOf(where),
  sk: `${String(Math.max(0, order)).padStart(15, '0')}#${digest([customer])}#${task}`,
});

/** Where work is listed that is over: this entry of its customer's timeline said so. */
export const overKey = (entry: TaskEntry): Key[] => {
  const { at, customer, task, crowd, moment } = entry;
  if (!isOfEnd(entry)) return [];
  return placesOf({ list: 'over', order: Date.parse(at), customer, task, crowd, moment }).map(queueKey);
};

/** A row of a list. It goes with its customer, or after its time. */
export const queueRow = (work: Queued, place: QueuePlace) => {
  const { list, order } = place;
  const { pk, sk } = queueKey(place);
  const until = list === 'over' ? order + STAYS.over : work.due + STAYS.open;
  return {
    pk: { S: pk },
    sk: { S: sk },
    work: { S: JSON.stringify(work) },
    ttl: { N: String(Math.ceil(until / 1000)) },
  };
};

/** Rows that are read at a time, where only some of them are asked for; and how often one page reads. */
const AT_ONCE = 100;
const MOST_READS = 20;

const queuedOf = ({ work }: Record<string, AttributeValue>): Queued => JSON.parse(work?.S ?? '{}') as Queued;

/** Lists of work, in Records: a partition each. */
export const createDynamoQueue = ({ client, table }: TableDeps): Queue => ({
  page: async (which: WhichWork, { count, after }) => {
    const pk: AttributeValue = { S: partitionOf(which) };
    const isAll = which.by === undefined && which.team === undefined;
    const items: Queued[] = [];
    let from = after;
    for (let reads = 0; reads < MOST_READS; reads++) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          Limit: isAll ? count - items.length : AT_ONCE,
          ScanIndexForward: which.list !== 'over',
          KeyConditionExpression: '#pk = :pk',
          ExpressionAttributeNames: { '#pk': 'pk' },
          ExpressionAttributeValues: { ':pk': pk },
          ...(from === undefined ? {} : { ExclusiveStartKey: { pk, sk: { S: from } } }),
        }),
      );
      for (const row of Items) {
        const work = queuedOf(row);
        if (!isAskedFor(work, which)) continue;
        items.push(work);
        // The page ends here, and the next begins after it.
        if (items.length === count && row.sk?.S !== undefined) return { items, next: row.sk.S };
      }
      from = LastEvaluatedKey?.sk?.S;
      if (from === undefined) return { items };
    }
    return { items, ...(from !== undefined && { next: from }) };
  },
});
