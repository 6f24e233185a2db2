import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { timersIn } from '../../core/customer/standing.ts';
import { type ReportUnreadable, statesIn } from '../shared/stores/store.dynamo.ts';
import type { Overdue } from './effects.ts';
import { FORMAT, type Timer } from './schema.ts';

interface OverdueDeps {
  client: DynamoDBClient;
  /** The customers' table: `due` beside each item is when it is due next, in milliseconds. */
  table: string;
  report: ReportUnreadable;
}

/** Of a megabyte each: a few seconds' worth. */
const PAGES = 20;

const timersOf = (state: CustomerState, before: number): Timer[] =>
  timersIn(state).flatMap(({ id: enrolment, timer, due }) =>
    due < before ? [{ type: 'timer', format: FORMAT, customer: state.id, enrolment, timer, due, again: 0 }] : [],
  );

/** Looks through the customers' table, page by page. Eventually consistent: whom it misses it finds the next time. */
export const createDynamoOverdue = ({ client, table, report }: OverdueDeps): Overdue => ({
  page: async (before, after) => {
    const timers: Timer[] = [];
    let from = after;
    for (let page = 0; page < PAGES; page++) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: table,
          FilterExpression: '#due < :before',
          ProjectionExpression: '#id, #item',
          ExpressionAttributeNames: { '#due': 'due', '#id': 'id', '#item': 'item' },
          ExpressionAttributeValues: { ':before': { N: String(before) } },
          ...(from === undefined ? {} : { ExclusiveStartKey: { id: { S: from } } }),
        }),
      );
      timers.push(...statesIn(Items, report).flatMap((state) => timersOf(state, before)));
      from = LastEvaluatedKey?.id?.S;
      if (from === undefined) return { timers };
    }
    return { timers, ...(from === undefined ? {} : { next: from }) };
  },
});
