import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoBudgets } from '../../../../functions/shared/stores/budgets.dynamo.ts';

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const pauses: number[] = [];
  const budgets = createDynamoBudgets({
    client,
    table: 'Records',
    pause: async (attempt) => void pauses.push(attempt),
    now: () => Date.parse('2026-03-02T10:00:00Z'),
  });
  return { mock, budgets, pauses };
};

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

const demands = [{ key: 'stage/2026-03', scope: 'stage' as const, of: 'cost' as const, amount: 500, most: 1000 }];

describe('budgets in DynamoDB', () => {
  it('are written with what the gesture took in one transaction, each on its condition, under keys of their own', async () => {
    const { mock, budgets } = open();
    mock.on(TransactWriteItemsCommand).resolves({});
    expect(await budgets.reserve('g1', demands)).toBe('reserved');
    expect(mock.commandCalls(TransactWriteItemsCommand)[0]?.args[0].input.TransactItems).toMatchObject([
      {
        Put: {
          Item: { pk: { S: 'budget#gesture#g1' }, state: { S: 'reserved' } },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      {
        Update: {
          Key: { pk: { S: 'budget#total#stage/2026-03' }, sk: { S: 'used' } },
          ConditionExpression: 'attribute_not_exists(#used) OR #used <= :room',
          ExpressionAttributeValues: { ':amount': { N: '500' }, ':room': { N: '500' } },
        },
      },
    ]);
  });

  it('are asked for again where another wrote at the same time, and at last by whoever called', async () => {
    const { mock, budgets, pauses } = open();
    mock.on(TransactWriteItemsCommand).rejectsOnce(cancelled('None', 'TransactionConflict')).resolves({});
    expect(await budgets.reserve('g1', demands)).toBe('reserved');
    expect(pauses).toEqual([1]);
    mock.on(TransactWriteItemsCommand).rejects(cancelled('None', 'TransactionConflict'));
    await expect(budgets.reserve('g2', demands)).rejects.toThrow('Try again');
  });

  it('pass on what is no answer', async () => {
    const { mock, budgets } = open();
    mock.on(TransactWriteItemsCommand).rejects(cancelled('ValidationError'));
    await expect(budgets.reserve('g1', demands)).rejects.toThrow(TransactionCanceledException);
  });

  it('say of a gesture that took its part before that it is reserved', async () => {
    const { mock, budgets } = open();
    mock.on(TransactWriteItemsCommand).rejects(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'));
    mock.on(GetItemCommand).resolves({ Item: { state: { S: 'reserved' }, taken: { S: '[]' } } });
    expect(await budgets.reserve('g1', demands)).toBe('reserved');
  });

  it('are read again as far as they were left unread', async () => {
    const { mock, budgets } = open();
    const key = (name: string) => ({ pk: { S: `budget#total#${name}` }, sk: { S: 'used' } });
    mock
      .on(BatchGetItemCommand)
      .resolvesOnce({
        Responses: { Records: [{ ...key('a'), used: { N: '7' } }] },
        UnprocessedKeys: { Records: { Keys: [key('b')] } },
      })
      .resolves({ Responses: { Records: [{ ...key('b'), used: { N: '9' } }] } });
    expect(await budgets.used(['b', 'a', 'c'])).toEqual([9, 7, 0]);
  });
});
