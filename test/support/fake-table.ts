import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type AwsClientStub, mockClient } from 'aws-sdk-client-mock';

type Item = Record<string, AttributeValue>;

/** As much of one table as the customer store uses, its conditions included. */
export const fakeTable = (): {
  client: DynamoDBClient;
  mock: AwsClientStub<DynamoDBClient>;
  items: Map<string, Item>;
} => {
  const items = new Map<string, Item>();
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);

  const isMet = (
    { ConditionExpression: condition, ExpressionAttributeValues: values = {} }: UpdateItemCommandInput,
    item?: Item,
  ) => {
    if (condition === 'attribute_not_exists(#id)') return item === undefined;
    if (condition === '#version = :before') return item !== undefined && item.version?.N === values[':before']?.N;
    throw new Error(`This table does not know the condition ${condition}.`);
  };

  mock.on(GetItemCommand).callsFake(({ Key }) => ({ Item: items.get(Key.id.S) }));
  mock.on(DeleteItemCommand).callsFake((input: DeleteItemCommandInput) => {
    const id = String(input.Key?.id?.S);
    if (items.get(id)?.version?.N !== input.ExpressionAttributeValues?.[':version']?.N) {
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    }
    items.delete(id);
    return {};
  });
  const write = (input: UpdateItemCommandInput): void => {
    const id = String(input.Key?.id?.S);
    const { ':next': version, ':item': state, ':due': due } = input.ExpressionAttributeValues as Item;
    const isDue = input.UpdateExpression?.includes('#due = :due') === true && due !== undefined;
    items.set(id, {
      id: { S: id },
      version: version as AttributeValue,
      item: state as AttributeValue,
      ...(isDue ? { due } : {}),
    });
  };

  mock.on(TransactWriteItemsCommand).callsFake(({ TransactItems = [] }: TransactWriteItemsCommandInput) => {
    const updates = TransactItems.flatMap(({ Update }) => (Update ? [Update as UpdateItemCommandInput] : []));
    const reasons = updates.map((input) => {
      const item = items.get(String(input.Key?.id?.S));
      if (isMet(input, item)) return { Code: 'None' };
      return { Code: 'ConditionalCheckFailed', ...(item ? { Item: item } : {}) };
    });
    if (reasons.some(({ Code }) => Code !== 'None')) {
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        CancellationReasons: reasons,
        $metadata: {},
      });
    }
    for (const input of updates) write(input);
    return {};
  });
  mock.on(UpdateItemCommand).callsFake((input: UpdateItemCommandInput) => {
    const id = String(input.Key?.id?.S);
    const item = items.get(id);
    if (!isMet(input, item)) {
      const oldItem = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && item ? { Item: item } : {};
      throw new ConditionalCheckFailedException({
        message: 'The conditional request failed',
        $metadata: {},
        ...oldItem,
      });
    }
    write(input);
    return {};
  });
  return { client, mock, items };
};
