import { type AttributeValue, type DynamoDBClient, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { digest, hashFraction } from '../../../core/hash.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { FOR_ALL, PAST_GROUPS, type PastEventLog, type PastEvents, type PastSample, pastGroup } from './past-events.ts';

interface PastDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
}

/** Where what came for a customer is kept: the partition, and how its sort keys begin. */
export const pastKeys = (customer: string): { partition: string; begins: string } => ({
  partition: customer === FOR_ALL ? 'past#everyone' : `past#${pastGroup(customer)}`,
  // Whoever an event is about may have any character in their id, and more of them than a key takes.
  begins: `${digest([customer])}#`,
});

/** Keeps events for some days. */
export const createDynamoPastEventLog = ({ client, table, days }: PastDeps & { days: number }): PastEventLog => ({
  keep: async (customer, event, at) => {
    const { partition, begins } = pastKeys(customer);
    const time = new Date(at).toISOString();
    const item = {
      pk: { S: partition },
      // What comes twice is kept once.
      sk: { S: `${begins}${digest([event.id])}` },
      event: { S: JSON.stringify({ at: time, customer, event }) },
      ttl: { N: String(Math.ceil((at + days * DAY) / 1000)) },
    };
    await client.send(new PutItemCommand({ TableName: table, Item: item }));
  },
});

/** What this module wrote itself. */
const Row = z.object({
  at: z.string(),
  customer: z.string(),
  event: z.object({
    id: z.string(),
    source: z.string(),
    'detail-type': z.string(),
    time: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
});

/** Reads what was kept of a share of customers, group after group. */
export const createDynamoPastEvents = ({ client, table, share }: PastDeps & { share: number }): PastEvents => {
  async function* rowsOf(partition: string): AsyncGenerator<z.infer<typeof Row> & { size: number }> {
    const query = {
      TableName: table,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': { S: partition } satisfies AttributeValue },
    };
    for await (const { Items = [] } of paginateQuery({ client }, query))
      for (const { event: { S = '{}' } = {} } of Items) yield { ...Row.parse(JSON.parse(S)), size: S.length };
  }
  return {
    sample: async (since, most) => {
      const events: PastSample['events'] = [];
      let totalSize = 0;
      const take = ({ at, customer, event, size }: z.infer<typeof Row> & { size: number }): void => {
        // A record whose time is over may lie there for days.
        if (Date.parse(at) < since) return;
        events.push({ at: Date.parse(at), customer, event });
        totalSize += size;
      };
      const isFull = (): boolean => events.length >= most.events || totalSize >= most.size;
      for await (const row of rowsOf('past#everyone')) take(row);
      for (let group = 0; group < PAST_GROUPS; group++) {
        let last: string | undefined;
        for await (const row of rowsOf(`past#${group}`)) {
          // A customer is taken whole, however many events they have.
          // In the order of their hashes, it says how much of the group was read.
          if (isFull() && row.customer !== last)
            return { events, share: (share * (group + hashFraction(row.customer))) / PAST_GROUPS };
          last = row.customer;
          take(row);
        }
      }
      return { events, share };
    },
  };
};
