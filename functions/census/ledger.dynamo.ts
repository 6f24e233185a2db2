import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { hashFraction } from '../../core/hash.ts';
import type { Pause } from '../shared/pause.ts';
import {
  countKey,
  countName,
  crowdKey,
  crowdName,
  goesAfter,
  type Key,
  keyOf,
  restingKey,
  restingName,
  SHARDS,
  upcomingKey,
} from '../shared/stores/census-rows.dynamo.ts';
import { KEPT } from './kept.ts';
import { CountedMeanwhile, type Ledger, type Mark, type Tally } from './ports.ts';

interface DynamoLedgerDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  pause: Pause;
  now: () => number;
}

/** Others counted into the same rows, again and again. The stream brings the stretch again. */
export class CountsBusy extends Error {
  override name = 'CountsBusy';
  constructor(codes: string[]) {
    super(`DynamoDB did not take a stretch of counts after several tries: ${codes.join(', ')}. It comes again.`);
  }
}

/** Of a transaction, beside the mark. */
const MOST_ROWS = 99;
/** Of a row. An expression has 4 KB at most, and names each count of it twice: `#199 :199, `. */
const MOST_NAMES = 200;
const TRIES = 8;

interface Row extends Key {
  add: Map<string, number>;
  ttl?: number;
}

/** The rows to which a tally adds, and what. */
const rowsOf = ({ counts, resting, crowds }: Tally, shard: number, now: number): Row[] => {
  const rows = new Map<string, Row>();
  const add = (key: Key, name: string, count: number, ttl?: number): void => {
    const id = `${key.pk}\n${key.sk}`;
    const row = rows.get(id) ?? { ...key, add: new Map<string, number>(), ...(ttl !== undefined && { ttl }) };
    rows.set(id, row);
    row.add.set(name, (row.add.get(name) ?? 0) + count);
  };
  for (const one of counts) add(countKey(one, shard), countName(one), one.count, goesAfter(one.day, KEPT.counts));
  for (const one of resting) {
    add(restingKey(one, shard), restingName(one), one.count);
    add(upcomingKey(one, shard), restingName(one), one.count, goesAfter(one.day, KEPT.upcoming));
  }
  const until = goesAfter(new Date(now).toISOString(), KEPT.crowds);
  for (const one of crowds) add(crowdKey(one, shard), crowdName(one), one.count, until);
  return [...rows.values()].flatMap((row) => {
    const added = new Map([...row.add].filter(([, count]) => count !== 0));
    return added.size > 0 ? [{ ...row, add: added }] : [];
  });
};

const markKey = (shard: string): Key => ({ pk: `census#${shard}`, sk: 'mark' });

const markIn = (item: Record<string, AttributeValue> | undefined): Mark => ({
  ...(item?.last?.S !== undefined && { last: item.last.S }),
  parts: Number(item?.parts?.N ?? 0),
});

/** Counts in Records: how far a shard is counted is noted in the transaction that adds what it comes to, so that all is added once. */
export const createDynamoLedger = ({ client, table, pause, now }: DynamoLedgerDeps): Ledger => {
  const updateOf = ({ add, ttl, ...key }: Row): TransactWriteItem => {
    const all = [...add];
    const added = all.map((_, place) => `#${place} :${place}`).join(', ');
    const names = all.map(([name], place) => [`#${place}`, name]);
    const values = all.map(([, count], place) => [`:${place}`, { N: String(count) }]);
    return {
      Update: {
        TableName: table,
        Key: keyOf(key),
        UpdateExpression: `${ttl === undefined ? '' : 'SET #ttl = :ttl '}ADD ${added}`,
        ExpressionAttributeNames: Object.fromEntries([...names, ...(ttl === undefined ? [] : [['#ttl', 'ttl']])]),
        ExpressionAttributeValues: Object.fromEntries([
          ...values,
          ...(ttl === undefined ? [] : [[':ttl', { N: String(ttl) }]]),
        ]),
      },
    };
  };
  const moveMark = (shard: string, from: Mark, to: Mark): TransactWriteItem => {
    const ttl = { N: String(goesAfter(new Date(now()).toISOString(), KEPT.mark)) };
    const isFirst = from.last === undefined && from.parts === 0;
    const values = {
      ...(from.last !== undefined && { ':last': { S: from.last } }),
      ':parts': { N: String(from.parts) },
    };
    return {
      Put: {
        TableName: table,
        Item: {
          ...keyOf(markKey(shard)),
          ...(to.last !== undefined && { last: { S: to.last } }),
          parts: { N: String(to.parts) },
          ttl,
        },
        ConditionExpression: isFirst
          ? 'attribute_not_exists(#pk)'
          : `#parts = :parts AND ${from.last === undefined ? 'attribute_not_exists(#last)' : '#last = :last'}`,
        ExpressionAttributeNames: isFirst ? { '#pk': 'pk' } : { '#parts': 'parts', '#last': 'last' },
        ...(!isFirst && { ExpressionAttributeValues: values }),
      },
    };
  };
  /** Why it was not added, by item; undefined where it is. */
  const tryOnce = async (mark: TransactWriteItem, rows: Row[]): Promise<string[] | undefined> => {
    const TransactItems = [mark, ...rows.map(updateOf)];
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code = 'None' }) => Code);
      if (codes[0] === 'ConditionalCheckFailed') throw new CountedMeanwhile();
      return codes;
    }
  };
  return {
    markOf: async (shard) => {
      const command = new GetItemCommand({ TableName: table, Key: keyOf(markKey(shard)), ConsistentRead: true });
      return markIn((await client.send(command)).Item);
    },
    count: async (shard, from, to, tally) => {
      const first = Math.floor(hashFraction(`${shard} ${to.last}`) * SHARDS);
      const mark = moveMark(shard, from, to);
      let codes: string[] | undefined = [];
      for (let attempt = 0; attempt < TRIES; attempt++) {
        if (attempt > 0) await pause(attempt);
        codes = await tryOnce(mark, rowsOf(tally, (first + attempt) % SHARDS, now()));
        if (!codes) return;
      }
      throw new CountsBusy([...new Set(codes)].filter((code) => code !== 'None'));
    },
    fits: (tally) => {
      const rows = rowsOf(tally, 0, now());
      return rows.length <= MOST_ROWS && rows.every(({ add }) => add.size <= MOST_NAMES);
    },
  };
};
