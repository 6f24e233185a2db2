import {
  GetItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../../core/customer/model/empty-customer.ts';
import type { Enrolment } from '../../../../core/customer/model/enrolment.ts';
import { createDynamoLook, createDynamoStore } from '../../../../functions/shared/stores/store.dynamo.ts';
import { awsError, timeOut } from '../../../support/aws.ts';
import { fakeTable } from '../../../support/fake-table.ts';
import { storeContract } from './store.contract.ts';

storeContract('DynamoDB', () => createDynamoStore({ client: fakeTable().client, table: 'Customers' }));

const ada = (version: number, more = {}) => ({ ...emptyCustomer('ada', 0), version, ...more });

const open = () => {
  const table = fakeTable();
  return { ...table, store: createDynamoStore({ client: table.client, table: 'Customers' }) };
};

describe('the DynamoDB customer store', () => {
  it('reads strongly consistent', async () => {
    const { store, mock } = open();
    await store.load('ada');
    expect(mock.commandCalls(GetItemCommand)[0]?.args[0].input).toMatchObject({
      TableName: 'Customers',
      Key: { id: { S: 'ada' } },
      ConsistentRead: true,
    });
  });

  it('leaves out of many who are looked at whose item nobody can read, and reports that', async () => {
    const { client, store, mock } = open();
    await store.commit(ada(1));
    const reported: string[] = [];
    const look = createDynamoLook({ client, table: 'Customers' }, (customer, { name }) => {
      reported.push(`${customer} ${name}`);
    });
    expect(await look('ada')).toEqual(ada(1));
    expect(await look('nobody')).toBeUndefined();
    mock.on(GetItemCommand).resolves({ Item: { item: { S: '{"format":99}' } } });
    expect(await look('ben')).toBeUndefined();
    expect(reported).toEqual(['ben ItemFormatUnknown']);
    mock.on(GetItemCommand).rejects(awsError('ProvisionedThroughputExceededException', 400));
    await expect(look('ada')).rejects.toThrow('ProvisionedThroughputExceededException');
  });

  it('writes where the version is the one it read, and asks for the item on conflict', async () => {
    const { store, mock } = open();
    await store.commit(ada(1));
    await store.commit(ada(2));
    const [first, second] = mock.commandCalls(UpdateItemCommand).map(({ args }) => args[0].input);
    expect(first).toMatchObject({ ConditionExpression: 'attribute_not_exists(#id)' });
    expect(second).toMatchObject({
      Key: { id: { S: 'ada' } },
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: { '#version': 'version', '#item': 'item', '#due': 'due' },
      ExpressionAttributeValues: { ':before': { N: '1' }, ':next': { N: '2' }, ':item': { S: JSON.stringify(ada(2)) } },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    expect(second?.ExpressionAttributeNames).not.toHaveProperty('#id');
  });

  it('writes beside the item when something is to be done next, and takes that out when nothing is', async () => {
    const { store, mock } = open();
    const enrolment = { journey: 'j', due: 2000 } as Enrolment;
    const owed = { journey: 'j', moment: 'm', made: 0, due: 4000, on: ['x'], timer: 1 };
    const promises = { p: { ...owed, next: 1000 }, broken: owed };
    await store.commit(ada(1, { enrolments: { a: enrolment }, promises }));
    await store.commit(ada(2));
    const [first, second] = mock.commandCalls(UpdateItemCommand).map(({ args }) => args[0].input);
    expect(first?.UpdateExpression).toBe('SET #version = :next, #item = :item, #due = :due');
    expect(first?.ExpressionAttributeValues?.[':due']).toEqual({ N: '1000' });
    expect(second?.UpdateExpression).toBe('SET #version = :next, #item = :item REMOVE #due');
    expect(second?.ExpressionAttributeValues).not.toHaveProperty(':due');
  });

  it('writes two as it writes each, in one transaction', async () => {
    const { store, mock } = open();
    await store.commit(ada(1));
    await store.commitBoth(ada(2), { ...emptyCustomer('bo', 0), version: 1 });
    const { TransactItems = [] } = mock.commandCalls(TransactWriteItemsCommand)[0]?.args[0].input ?? {};
    expect(TransactItems).toMatchObject([
      { Update: { Key: { id: { S: 'ada' } }, ConditionExpression: '#version = :before' } },
      { Update: { Key: { id: { S: 'bo' } }, ConditionExpression: 'attribute_not_exists(#id)' } },
    ]);
  });

  it('knows two that it wrote, where the reply was lost and the SDK tried again', async () => {
    const { store } = open();
    const both = [ada(1), { ...emptyCustomer('bo', 0), version: 1 }] as const;
    expect(await store.commitBoth(...both)).toBe(true);
    expect(await store.commitBoth(...both)).toBe(true);
  });

  it.each([
    ['TransactionConflict', false],
    ['ThrottlingError', 'throws'],
  ] as const)('takes a transaction that was cancelled for %s as %s', async (Code, answer) => {
    const { store, mock } = open();
    mock.on(TransactWriteItemsCommand).rejects(
      new TransactionCanceledException({
        message: Code,
        CancellationReasons: [{ Code }, { Code: 'None' }],
        $metadata: {},
      }),
    );
    const writing = store.commitBoth(ada(1), { ...emptyCustomer('bo', 0), version: 1 }).catch(() => 'throws');
    expect(await writing).toBe(answer);
  });

  it('answers a conflict with the item that came with the error, without another read', async () => {
    const { store, mock } = open();
    await store.commit(ada(1, { seenSince: 1 }));
    expect(await store.commit(ada(1, { seenSince: 2 }))).toEqual({
      committed: false,
      current: ada(1, { seenSince: 1 }),
    });
    expect(mock.commandCalls(GetItemCommand)).toHaveLength(0);
  });

  it('answers a write that meets a transaction with the item as it is by then, to be changed again', async () => {
    const { store, mock } = open();
    await store.commit(ada(1, { seenSince: 1 }));
    mock.on(UpdateItemCommand).rejects(new TransactionConflictException({ message: 'in use', $metadata: {} }));
    expect(await store.commit(ada(2))).toEqual({ committed: false, current: ada(1, { seenSince: 1 }) });
  });

  it('takes its own write for committed when the reply was lost and the write is tried again', async () => {
    const { store } = open();
    await store.commit(ada(1));
    await store.commit(ada(2, { seenSince: 5 }));
    expect(await store.commit(ada(2, { seenSince: 5 }))).toEqual({ committed: true });
  });

  it.each([awsError('ThrottlingException', 400), timeOut()])(
    'passes $name on, so that whoever called tries again',
    async (error) => {
      const { store, mock } = open();
      mock.on(UpdateItemCommand).rejects(error);
      mock.on(GetItemCommand).rejects(error);
      await expect(store.commit(ada(1))).rejects.toThrow(error.message);
      await expect(store.load('ada')).rejects.toThrow(error.message);
    },
  );
});
