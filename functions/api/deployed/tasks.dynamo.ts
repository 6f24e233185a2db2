import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DecisionEntry } from '../../../core/customer/model/journal.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { taskPartition } from '../../shared/stores/task-rows.dynamo.ts';
import type { Tasks } from '../ports.ts';
import { badCursor } from '../problem.ts';

interface TasksDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  now: () => number;
}

/** A cursor is the sort key of the last one: it begins with the time. */
const CURSOR = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z#/;

/** The day of a cursor; undefined of what no list gave. */
const dayIn = (after: string): string | undefined => {
  const day = after.slice(0, 10);
  return CURSOR.test(after) && !Number.isNaN(Date.parse(day)) ? day : undefined;
};

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Work that was given to people, in Records: a partition for each day, read from the newest on. */
export const createDynamoTasks = ({ client, table, now }: TasksDeps): Tasks => ({
  given: async ({ since, after, count }) => {
    const today = dayOf(now());
    const newest = after === undefined ? today : dayIn(after);
    // A day is a question: one from far ahead would ask millions.
    if (newest === undefined || newest > today) throw badCursor(after ?? '');
    const items: DecisionEntry[] = [];
    const oldest = dayOf(since);
    for (let at = Date.parse(newest); dayOf(at) >= oldest; at -= DAY) {
      const day = dayOf(at);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          // The one at the cursor comes again.
          Limit: count - items.length + 1,
          ScanIndexForward: false,
          KeyConditionExpression: '#pk = :day AND #sk BETWEEN :since AND :before',
          ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
          ExpressionAttributeValues: {
            ':day': { S: taskPartition(day) },
            ':since': { S: new Date(since).toISOString() },
            ':before': { S: after?.startsWith(day) ? after : `${day}~` },
          },
        }),
      );
      for (const { sk, entry } of Items) {
        if (sk?.S === after) continue;
        items.push(DecisionEntry.parse(JSON.parse(entry?.S ?? '')));
        if (items.length === count) return { items, ...(sk?.S !== undefined && { next: sk.S }) };
      }
    }
    return { items };
  },
});
