import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { fromItem, toItem } from '../../../core/customer/model/item.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { CustomerStore, RemovingStore } from './store.ts';

interface DynamoStoreDeps {
  client: DynamoDBClient;
  table: string;
}

const NAMES = { '#version': 'version', '#item': 'item', '#due': 'due' };

const stateOf = (item: Record<string, AttributeValue> | undefined): CustomerState | undefined =>
  item?.item?.S === undefined ? undefined : fromItem(item.item.S);

/** When something is to be done for a customer next, in milliseconds; undefined where nothing is. */
const dueOf = ({ enrolments }: CustomerState): number | undefined => {
  const all = Object.values(enrolments).map(({ due }) => due);
  return all.length > 0 ? Math.min(...all) : undefined;
};

/**
 * Customers in DynamoDB, one item each: `id`, `version`, and the state in `item`, as `toItem` writes it. Beside it stands
 * `due`, by which those are found for whom no timer comes any more.
 */
export const createDynamoStore = ({ client, table }: DynamoStoreDeps): RemovingStore => {
  const load: CustomerStore['load'] = async (id) => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: table,
        Key: { id: { S: id } },
        ConsistentRead: true,
        ProjectionExpression: '#item',
        ExpressionAttributeNames: { '#item': 'item' },
      }),
    );
    return stateOf(Item);
  };

  const commit: CustomerStore['commit'] = async (state) => {
    const item = toItem(state);
    const isFirst = state.version === 1;
    const due = dueOf(state);
    try {
      await client.send(
        new UpdateItemCommand({
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
        }),
      );
      return { committed: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // A write whose reply was lost is tried again by the SDK, and then meets itself.
      if (error.Item?.item?.S === item) return { committed: true };
      return { committed: false, current: stateOf(error.Item) };
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

  return { load, commit, remove };
};
