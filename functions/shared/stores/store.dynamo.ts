import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { fromItem, toItem } from '../../../core/customer/model/item.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { timersIn } from '../../../core/customer/standing.ts';
import type { CustomerStore, PairStore, RemovingStore } from './store.ts';

interface DynamoStoreDeps {
  client: DynamoDBClient;
  table: string;
}

const NAMES = { '#version': 'version', '#item': 'item', '#due': 'due' };

type Row = Record<string, AttributeValue> | undefined;

const stateOf = (row: Row): CustomerState | undefined =>
  row?.item?.S === undefined ? undefined : fromItem(row.item.S);

/** Told of each customer whose item nobody can read. */
export type ReportUnreadable = (customer: string, error: Error) => void;

/** The states in rows of the customers' table, by their `id` and `item`. Whose item nobody can read is reported and left out: all others are looked at. */
export const statesIn = (rows: readonly Row[], report: ReportUnreadable): CustomerState[] =>
  rows.flatMap((row) => {
    try {
      return stateOf(row) ?? [];
    } catch (error) {
      report(row?.id?.S ?? '', error as Error);
      return [];
    }
  });

const rowOf = async ({ client, table }: DynamoStoreDeps, id: string): Promise<Row> => {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: table,
      Key: { id: { S: id } },
      ConsistentRead: true,
      ProjectionExpression: '#item',
      ExpressionAttributeNames: { '#item': 'item' },
    }),
  );
  return Item;
};

/** Reads one of many who are looked at: nobody where their item cannot be read, which is reported. */
export const createDynamoLook =
  (deps: DynamoStoreDeps, report: ReportUnreadable): CustomerStore['load'] =>
  async (id) => {
    const row = await rowOf(deps, id);
    return statesIn([{ ...row, id: { S: id } }], report)[0];
  };

/** When something is to be done for a customer next, in milliseconds; undefined where nothing is. */
const dueOf = (state: CustomerState): number | undefined => {
  const all = timersIn(state).map(({ due }) => due);
  return all.length > 0 ? Math.min(...all) : undefined;
};

/**
 * Customers in DynamoDB, one item each: `id`, `version`, and the state in `item`, as `toItem` writes it. Beside it stands
 * `due`, by which those are found for whom no timer comes any more.
 */
export const createDynamoStore = ({ client, table }: DynamoStoreDeps): RemovingStore & PairStore => {
  const load: CustomerStore['load'] = async (id) => stateOf(await rowOf({ client, table }, id));

  const updateOf = (state: CustomerState, item: string): UpdateItemCommandInput & { UpdateExpression: string } => {
    const isFirst = state.version === 1;
    const due = dueOf(state);
    return {
      TableName: table,
      Key: { id: { S: state.id } },
      UpdateExpression: `SET #version = :next, #item = :item${due === undefined ? ' REMOVE #due' : ', #due = :due'}`,
      ConditionExpression: isFirst ? 'attribute_not_exists(#id)' : '#version = :before',
      ExpressionAttributeNames: isFirst ? { ...NAMES, '#id': 'id' } : NAMES,
      ExpressionAttributeValues: {
        ':next': { N: String(state.version) },
        ':item': { S: item },
        ...(due === undefined ? {} : { ':due': { N: String(due) } }),
        ...(isFirst ? {} : { ':before': { N: String(state.version - 1) } }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    };
  };

  const commit: CustomerStore['commit'] = async (state) => {
    const item = toItem(state);
    try {
      await client.send(new UpdateItemCommand(updateOf(state, item)));
      return { committed: true };
    } catch (error) {
      // A transaction over two items, of which this is one, is under way: the caller tries again and meets its outcome.
      if (error instanceof TransactionConflictException) return { committed: false, current: await load(state.id) };
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // A write whose reply was lost is tried again by the SDK, and then meets itself.
      if (error.Item?.item?.S === item) return { committed: true };
      return { committed: false, current: stateOf(error.Item) };
    }
  };

  const commitBoth: PairStore['commitBoth'] = async (...states) => {
    const items = states.map(toItem);
    const updates = states.map((state, place) => ({ Update: updateOf(state, items[place] ?? '') }));
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: updates }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      // A write whose reply was lost is tried again by the SDK, and then meets itself.
      if (reasons.length > 0 && reasons.every(({ Item }, place) => Item?.item?.S === items[place])) return true;
      // Anything but a conflict of versions, or with another writer, is tried no better by reading again.
      if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict')) return false;
      throw error;
    }
  };

  const remove: RemovingStore['remove'] = async (id, version) => {
    try {
      await client.send(
        new DeleteItemCommand({
          TableName: table,
          Key: { id: { S: id } },
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': NAMES['#version'] },
          ExpressionAttributeValues: { ':version': { N: String(version) } },
        }),
      );
    } catch (error) {
      // It is gone, or another's.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };

  return { load, commit, commitBoth, remove };
};
