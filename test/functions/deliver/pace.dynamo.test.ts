import { ConditionalCheckFailedException, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoTurns } from '../../../functions/deliver/pace.dynamo.ts';

/** A table that keeps `next` of one line, and does as the condition says. */
const open = (next?: number) => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  let current = next;
  mock.on(UpdateItemCommand).callsFake(({ UpdateExpression, ExpressionAttributeValues: values }) => {
    const of = (name: string) => Number(values[name]?.N);
    const isBehind = UpdateExpression.includes(':every');
    const holds = isBehind
      ? current !== undefined && current >= of(':now')
      : current === undefined || current < of(':now');
    if (!holds) throw new ConditionalCheckFailedException({ message: '', $metadata: {} });
    current = isBehind ? current! + of(':every') : of(':after');
    return { Attributes: { next: { N: String(current) } } };
  });
  return { mock, takeTurn: createDynamoTurns({ client, table: 'Records' }) };
};

describe('turns counted in DynamoDB', () => {
  it('gives the first at once, and those behind it one after the other', async () => {
    const { takeTurn } = open();
    expect([await takeTurn('email/waves/0', 100, 5000), await takeTurn('email/waves/0', 100, 5001)]).toEqual([
      5000, 5100,
    ]);
    expect(await takeTurn('email/waves/0', 100, 5002)).toBe(5200);
  });

  it('begins again where the line is empty', async () => {
    const { takeTurn } = open(4000);
    expect(await takeTurn('email/waves/0', 100, 5000)).toBe(5000);
  });

  it('writes once a turn where others stand in the line, under the key of the line', async () => {
    const { mock, takeTurn } = open(9000);
    await takeTurn('email/urgent/0', 100, 5000);
    expect(mock.commandCalls(UpdateItemCommand)).toHaveLength(1);
    expect(mock.commandCalls(UpdateItemCommand)[0]?.args[0].input).toMatchObject({
      TableName: 'Records',
      Key: { pk: { S: 'pace#email/urgent/0' }, sk: { S: 'next' } },
    });
  });

  it('lets a message go where it never comes to a turn: SES says itself what is too much', async () => {
    const { mock, takeTurn } = open();
    mock.on(UpdateItemCommand).rejects(new ConditionalCheckFailedException({ message: '', $metadata: {} }));
    expect(await takeTurn('email/waves/0', 100, 5000)).toBe(5000);
  });

  it('throws what is no condition', async () => {
    const { mock, takeTurn } = open();
    mock.on(UpdateItemCommand).rejects(new Error('away'));
    await expect(takeTurn('email/waves/0', 100, 5000)).rejects.toThrow('away');
  });
});
