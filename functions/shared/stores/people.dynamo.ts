import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { countsIn, peopleFrom, peoplePartition } from './census-rows.dynamo.ts';
import type { People, Resting, RestingCount, WhichPeople } from './people.ts';
import { queryAll, type TableDeps } from './query-all.dynamo.ts';

const RestingName = z.tuple([z.string()], z.string());

/** Sums of what rows of counts say of steps, without those of whom nobody is left. */
export const restingIn = (rows: readonly Record<string, AttributeValue>[]): RestingCount[] => {
  const sums = new Map<string, RestingCount>();
  for (const [name, count] of rows.flatMap(countsIn)) {
    const { data } = RestingName.safeParse(name);
    if (!data) continue;
    const [step, held] = data;
    const key = JSON.stringify(data);
    const sum = (sums.get(key)?.count ?? 0) + count;
    sums.set(key, { step, ...(held !== undefined && { held }), count: sum });
  }
  return [...sums.values()].filter(({ count }) => count > 0);
};

const restingOf = (row: Record<string, AttributeValue>, { journey, step }: WhichPeople): Resting => ({
  customer: row.customer?.S ?? '',
  journey,
  step,
  enrolment: row.enrolment?.S ?? '',
  since: Number(row.since?.N),
  due: Number(row.due?.N),
  ...(row.held?.S !== undefined && { held: row.held.S }),
});

/** After all who are held for something. */
const END = '$';

const rangeOf = ({ held, due }: WhichPeople): { from: string; to: string } | undefined => {
  if (held === undefined) return undefined;
  if (!due) return { from: `${held}#`, to: `${held}${END}` };
  // Every row goes on after the time: the one at `until` is beyond it.
  return { from: peopleFrom(held, due.from), to: peopleFrom(held, due.until) };
};

/** Who rests where, in Records. */
export const createDynamoPeople = (deps: TableDeps): People => ({
  counts: async (journey) => restingIn(await queryAll(deps, `resting#${journey}`)),
  at: async (which, { count, after }) => {
    const pk = peoplePartition(which);
    const range = rangeOf(which);
    const { Items = [], LastEvaluatedKey } = await deps.client.send(
      new QueryCommand({
        TableName: deps.table,
        Limit: count,
        KeyConditionExpression: `#pk = :pk${range ? ' AND #sk BETWEEN :from AND :to' : ''}`,
        ExpressionAttributeNames: { '#pk': 'pk', ...(range && { '#sk': 'sk' }) },
        ExpressionAttributeValues: {
          ':pk': { S: pk },
          ...(range && { ':from': { S: range.from }, ':to': { S: range.to } }),
        },
        ...(after === undefined ? {} : { ExclusiveStartKey: { pk: { S: pk }, sk: { S: after } } }),
      }),
    );
    const next = LastEvaluatedKey?.sk?.S;
    return { items: Items.map((row) => restingOf(row, which)), ...(next !== undefined && { next }) };
  },
});
