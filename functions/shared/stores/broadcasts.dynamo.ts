import {
  type AttributeValue,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { digest } from '../../../core/hash.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { parseJson } from '../parse-json.ts';
import { Broadcast, type Broadcasts } from './broadcasts.ts';
import { keyOf } from './census-rows.dynamo.ts';
import { queryAll, type TableDeps } from './query-all.dynamo.ts';

const ALL = 'broadcast#all';
const KEPT = 90 * DAY;

const readRow = (row: Record<string, AttributeValue> | undefined): Broadcast | undefined => {
  if (row?.broadcast?.S === undefined) return undefined;
  const stopped = row.stopped?.N;
  return { ...Broadcast.parse(parseJson(row.broadcast.S)), ...(stopped !== undefined && { stopped: Number(stopped) }) };
};

const toAttribute = ({ stopped: _, ...broadcast }: Broadcast): AttributeValue => ({ S: JSON.stringify(broadcast) });

/** Undefined where the condition was not met. */
const ifMet = async <Answer>(call: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};

/** Events about everyone, in Records: an item each, which DynamoDB takes away after 90 days. */
export const createDynamoBroadcasts = (deps: TableDeps): Broadcasts => {
  const { client, table: TableName } = deps;
  const key = (id: string) => keyOf({ pk: ALL, sk: digest([id]) });
  const load: Broadcasts['load'] = async (id) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: key(id), ConsistentRead: true }));
    return readRow(Item);
  };
  return {
    load,
    begin: async (broadcast) => {
      const Item = {
        ...key(broadcast.id),
        broadcast: toAttribute(broadcast),
        step: { N: String(broadcast.step) },
        ttl: { N: String(Math.ceil((broadcast.startedAt + KEPT) / 1000)) },
      };
      const put = new PutItemCommand({
        TableName,
        Item,
        ConditionExpression: 'attribute_not_exists(#pk)',
        ExpressionAttributeNames: { '#pk': 'pk' },
      });
      if (await ifMet(client.send(put))) return broadcast;
      return (await load(broadcast.id)) ?? broadcast;
    },
    advance: async (from, to) => {
      const update = new UpdateItemCommand({
        TableName,
        Key: key(to.id),
        UpdateExpression: 'SET #broadcast = :broadcast, #step = :step',
        ConditionExpression: '#step = :from',
        ExpressionAttributeNames: { '#broadcast': 'broadcast', '#step': 'step' },
        ExpressionAttributeValues: {
          ':broadcast': toAttribute(to),
          ':step': { N: String(to.step) },
          ':from': { N: String(from) },
        },
      });
      return (await ifMet(client.send(update))) !== undefined;
    },
    list: async (count) => {
      const all = (await queryAll(deps, ALL)).flatMap((row) => readRow(row) ?? []);
      return all.sort((one, other) => other.startedAt - one.startedAt).slice(0, count);
    },
    stop: async (id, stopped) => {
      const update = new UpdateItemCommand({
        TableName,
        Key: key(id),
        UpdateExpression: stopped !== undefined ? 'SET #stopped = :stopped' : 'REMOVE #stopped',
        ConditionExpression: 'attribute_exists(#pk)',
        ExpressionAttributeNames: { '#pk': 'pk', '#stopped': 'stopped' },
        ...(stopped !== undefined && { ExpressionAttributeValues: { ':stopped': { N: String(stopped) } } }),
        ReturnValues: 'ALL_NEW',
      });
      return readRow((await ifMet(client.send(update)))?.Attributes);
    },
  };
};
