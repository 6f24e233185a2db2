import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Demand } from '../../../core/customer/gestures/budgets.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { chunksOf } from '../chunks.ts';
import { parseJson } from '../parse-json.ts';
import type { Pause } from '../pause.ts';
import { BudgetBusy, type Budgets, type Reserved } from './budgets.ts';

interface BudgetsDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  pause: Pause;
  now: () => number;
}

/** Who asks so often finds others at the same budget each time. */
const ATTEMPTS = 12;
/** As DynamoDB has it. */
const MAX_READ = 100;

/** Longer than the month that it counts for, and than a reversal is thought of. */
const KEPT = 400 * DAY;

const Amounts = z.array(z.object({ key: z.string(), amount: z.number() }));

const totalKey = (key: string) => ({ pk: { S: `budget#total#${key}` }, sk: { S: 'used' } });
const gestureKey = (gesture: string) => ({ pk: { S: `budget#gesture#${gesture}` }, sk: { S: 'reserved' } });

/**
 * In Records: an item for each budget and month with what is used of it, and one for each gesture with what it took. Both are
 * written in one transaction, on condition that the gesture took nothing before and that there is room in every budget.
 */
export const createDynamoBudgets = ({ client, table, pause, now }: BudgetsDeps): Budgets => {
  const ttl = () => ({ N: String(Math.ceil((now() + KEPT) / 1000)) });

  /** The codes why it was not written; undefined where it was. A conflict with another writer is tried again. */
  const write = async (items: TransactWriteItem[]): Promise<(string | undefined)[] | undefined> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await pause(attempt);
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
        return undefined;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
        if (codes.includes('ConditionalCheckFailed')) return codes;
        if (!codes.includes('TransactionConflict')) throw error;
      }
    }
    throw new BudgetBusy(ATTEMPTS);
  };

  const add = (key: string, amount: number, room?: number): TransactWriteItem => ({
    Update: {
      TableName: table,
      Key: totalKey(key),
      UpdateExpression: 'ADD #used :amount SET #ttl = :ttl',
      ...(room === undefined ? {} : { ConditionExpression: 'attribute_not_exists(#used) OR #used <= :room' }),
      ExpressionAttributeNames: { '#used': 'used', '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':amount': { N: String(amount) },
        ':ttl': ttl(),
        ...(room === undefined ? {} : { ':room': { N: String(room) } }),
      },
    },
  });

  const read = async (gesture: string) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: gestureKey(gesture), ConsistentRead: true }),
    );
    return Item && { state: Item.state?.S, taken: Amounts.parse(parseJson(Item.taken?.S ?? '[]')) };
  };

  const reserve = async (gesture: string, demands: readonly Demand[]): Promise<Reserved> => {
    const over = demands.find(({ amount, most }) => amount > most);
    if (over) return { full: over.scope };
    const amounts = demands.map(({ key, amount }) => ({ key, amount }));
    const refused = await write([
      {
        Put: {
          TableName: table,
          Item: {
            ...gestureKey(gesture),
            state: { S: 'reserved' },
            taken: { S: JSON.stringify(amounts) },
            ttl: ttl(),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...demands.map(({ key, amount, most }) => add(key, amount, most - amount)),
    ]);
    if (!refused) return 'reserved';
    if (refused[0] === 'ConditionalCheckFailed')
      return (await read(gesture))?.state === 'released' ? 'released' : 'reserved';
    const full = demands[refused.slice(1).indexOf('ConditionalCheckFailed')];
    return { full: full?.scope ?? 'stage' };
  };

  /** Nobody reserves for it any more, also who is on the way to. */
  const close = async (gesture: string): Promise<boolean> => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: { ...gestureKey(gesture), state: { S: 'released' }, ttl: ttl() },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  };

  const release = async (gesture: string): Promise<void> => {
    const reservation = (await read(gesture)) ?? ((await close(gesture)) ? undefined : await read(gesture));
    if (!reservation || reservation.state === 'released') return;
    await write([
      {
        Update: {
          TableName: table,
          Key: gestureKey(gesture),
          UpdateExpression: 'SET #state = :released',
          ConditionExpression: '#state = :reserved',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':released': { S: 'released' }, ':reserved': { S: 'reserved' } },
        },
      },
      ...reservation.taken.map(({ key, amount }) => add(key, -amount)),
    ]);
  };

  type Keys = { pk: { S: string }; sk: { S: string } }[];

  /** Some of them, and those that it had no time for. */
  const readSome = async (keys: Keys, amountByKey: Map<string, number>): Promise<Keys> => {
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys } } }),
    );
    for (const { pk, used } of Responses[table] ?? []) amountByKey.set(pk?.S ?? '', Number(used?.N ?? 0));
    const left = new Set((UnprocessedKeys[table]?.Keys ?? []).map(({ pk }) => pk?.S));
    return keys.filter(({ pk }) => left.has(pk.S));
  };

  const readUsed = async (names: readonly string[]): Promise<number[]> => {
    const amountByKey = new Map<string, number>();
    // So many are read at once, at the most.
    for (const keys of chunksOf([...new Set(names)].map(totalKey), { count: MAX_READ })) {
      let left = keys;
      for (let attempt = 0; left.length > 0; attempt++) {
        if (attempt === ATTEMPTS) throw new BudgetBusy(ATTEMPTS);
        if (attempt > 0) await pause(attempt);
        left = await readSome(left, amountByKey);
      }
    }
    return names.map((name) => amountByKey.get(`budget#total#${name}`) ?? 0);
  };

  return { reserve, release, used: readUsed };
};
