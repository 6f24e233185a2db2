import { DescribeTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { toItem } from '../../../core/customer/model/item.ts';
import { createDynamoEveryone } from '../../../functions/broadcast/everyone.dynamo.ts';
import { T0 } from '../../support/customer.ts';

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const reported: string[] = [];
  const report = (customer: string, { name }: Error): void => void reported.push(`${customer} ${name}`);
  return { mock: mockClient(client), everyone: createDynamoEveryone({ client, table: 'Customers', report }), reported };
};
const row = (id: string) => ({ item: { S: toItem(emptyCustomer(id, T0)) } });

describe('everybody, in DynamoDB', () => {
  it('is read a page at a time, from where somebody stopped', async () => {
    const { mock, everyone } = open();
    mock.on(ScanCommand).resolves({ Items: [row('ada'), row('ben')], LastEvaluatedKey: { id: { S: 'ben' } } });
    const { states, next } = await everyone.page('zoe', 2);
    expect(states.map(({ id }) => id)).toEqual(['ada', 'ben']);
    expect(next).toBe('ben');
    const [call] = mock.commandCalls(ScanCommand);
    expect(call?.args[0].input).toMatchObject({
      TableName: 'Customers',
      Limit: 2,
      ExclusiveStartKey: { id: { S: 'zoe' } },
    });
  });

  it('is asked but for those whose items nobody can read, which are reported', async () => {
    const { mock, everyone, reported } = open();
    const later = { id: { S: 'later' }, item: { S: '{"format":99}' } };
    const cut = { id: { S: 'cut' }, item: { S: 'deflate1:AAAA' } };
    mock.on(ScanCommand).resolves({ Items: [later, cut, row('ben')], LastEvaluatedKey: { id: { S: 'ben' } } });
    const { states, next } = await everyone.page(undefined, 3);
    expect(states.map(({ id }) => id)).toEqual(['ben']);
    expect(next).toBe('ben');
    expect(reported).toEqual(['later ItemFormatUnknown', expect.stringMatching(/^cut /)]);
  });

  it('ends where the table does', async () => {
    const { mock, everyone } = open();
    mock.on(ScanCommand).resolves({});
    expect(await everyone.page(undefined, 2)).toEqual({ states: [] });
  });

  it('is counted as the table knows it', async () => {
    const { mock, everyone } = open();
    mock
      .on(DescribeTableCommand)
      .resolvesOnce({ Table: { ItemCount: 1200 } })
      .resolves({});
    expect(await everyone.count()).toBe(1200);
    expect(await everyone.count()).toBe(0);
  });
});
