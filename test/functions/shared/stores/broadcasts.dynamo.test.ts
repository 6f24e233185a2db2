import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createDynamoBroadcasts } from '../../../../functions/shared/stores/broadcasts.dynamo.ts';
import { awsError } from '../../../support/aws.ts';
import { T0 } from '../../../support/customer.ts';
import { broadcast, broadcastsContract } from './broadcasts.contract.ts';

type Row = Record<string, AttributeValue>;

/** As much of Records as the store uses, its conditions included. */
const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const rows = new Map<string, Row>();
  const refuse = () => {
    throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
  };
  mock.on(GetItemCommand).callsFake(({ Key }) => ({ Item: rows.get(Key.sk.S) }));
  mock.on(QueryCommand).callsFake(() => ({ Items: [...rows.values()] }));
  mock.on(PutItemCommand).callsFake(({ Item = {} }: PutItemCommandInput) => {
    const key = Item.sk?.S ?? '';
    if (rows.has(key)) refuse();
    rows.set(key, Item);
    return {};
  });
  mock.on(UpdateItemCommand).callsFake((input: UpdateItemCommandInput) => {
    const key = input.Key?.sk?.S ?? '';
    const row = rows.get(key);
    const values = input.ExpressionAttributeValues ?? {};
    const isMet =
      input.ConditionExpression === '#step = :from' ? row?.step?.N === values[':from']?.N : row !== undefined;
    if (!row || !isMet) return refuse();
    const changed: Row = { ...row };
    if (values[':broadcast']) changed.broadcast = values[':broadcast'];
    if (values[':step']) changed.step = values[':step'];
    if (values[':stopped']) changed.stopped = values[':stopped'];
    if (input.UpdateExpression === 'REMOVE #stopped') delete changed.stopped;
    rows.set(key, changed);
    return { Attributes: changed };
  });
  return { mock, rows, broadcasts: createDynamoBroadcasts({ client, table: 'Records' }) };
};

broadcastsContract('Records', () => open().broadcasts);

it('goes by itself after 90 days, and lies among the broadcasts alone', async () => {
  const { rows, broadcasts } = open();
  await broadcasts.begin(broadcast());
  const [row] = [...rows.values()];
  expect(row?.pk?.S).toBe('broadcast#all');
  expect(Number(row?.ttl?.N)).toBe(Math.ceil(T0 / 1000) + 90 * 86_400);
});

it('of a database that does not answer says so', async () => {
  const { mock, broadcasts } = open();
  mock.on(PutItemCommand).rejects(awsError('InternalServerError', 500));
  await expect(broadcasts.begin(broadcast())).rejects.toThrow('InternalServerError');
});
