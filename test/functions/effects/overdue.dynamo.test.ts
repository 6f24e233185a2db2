import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import { toItem } from '../../../core/customer/model/item.ts';
import { createDynamoOverdue } from '../../../functions/effects/overdue.dynamo.ts';
import { awsError } from '../../support/aws.ts';
import { T0, timer } from './support.ts';

const item = (id: string, ...dues: number[]) => {
  const enrolments = Object.fromEntries(
    dues.map((due, index) => [`e${index + 1}`, { journey: 'j', due, timer: 3 } as Enrolment]),
  );
  return { item: { S: toItem({ ...emptyCustomer(id, T0), enrolments }) } };
};
const key = (id: string) => ({ id: { S: id } });

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const reported: string[] = [];
  const report = (customer: string, { name }: Error): void => void reported.push(`${customer} ${name}`);
  return { mock: mockClient(client), overdue: createDynamoOverdue({ client, table: 'Customers', report }), reported };
};

describe('who is overdue, in DynamoDB', () => {
  it('is found by when they are due, and each of their enrolments has its own timer', async () => {
    const { mock, overdue } = open();
    mock.on(ScanCommand).resolves({ Items: [item('ada', T0 - 1, T0, T0 - 2), item('ben', T0 - 1)] });
    const { timers, next } = await overdue.page(T0, undefined);
    expect(timers).toEqual([
      timer({ due: T0 - 1 }),
      timer({ enrolment: 'e3', due: T0 - 2 }),
      timer({ customer: 'ben', due: T0 - 1 }),
    ]);
    expect(next).toBeUndefined();
    expect(mock.commandCalls(ScanCommand)[0]?.args[0].input).toMatchObject({
      TableName: 'Customers',
      FilterExpression: '#due < :before',
      ExpressionAttributeValues: { ':before': { N: String(T0) } },
    });
  });

  it('is also who is owed what a message promised, but for what is broken already', async () => {
    const { mock, overdue } = open();
    const owed = { journey: 'j', moment: 'm', made: 0, due: T0, on: ['x'], timer: 2 };
    const promises = { 'e1/send/1': { ...owed, next: T0 - 1 }, 'e2/send/1': owed };
    mock.on(ScanCommand).resolves({ Items: [{ item: { S: toItem({ ...emptyCustomer('ada', T0), promises }) } }] });
    expect((await overdue.page(T0, undefined)).timers).toEqual([
      timer({ enrolment: 'e1/send/1', timer: 2, due: T0 - 1 }),
    ]);
  });

  it('is found beside items that nobody can read, which are reported', async () => {
    const { mock, overdue, reported } = open();
    const Items = [
      { ...key('later'), item: { S: '{"format":99}' } },
      { ...key('cut'), item: { S: '{"for' } },
      item('ben', T0 - 1),
    ];
    mock.on(ScanCommand).resolves({ Items });
    expect((await overdue.page(T0, undefined)).timers).toEqual([timer({ customer: 'ben', due: T0 - 1 })]);
    expect(reported).toEqual(['later ItemFormatUnknown', 'cut SyntaxError']);
  });

  it('is looked for from page to page, also behind pages on which nobody is', async () => {
    const { mock, overdue } = open();
    mock
      .on(ScanCommand)
      .resolvesOnce({ Items: [], LastEvaluatedKey: key('m') })
      .resolves({ Items: [item('zoe', T0 - 1)] });
    const { timers } = await overdue.page(T0, 'a');
    expect(timers.map(({ customer }) => customer)).toEqual(['zoe']);
    const keys = mock.commandCalls(ScanCommand).map(({ args }) => args[0].input.ExclusiveStartKey);
    expect(keys).toEqual([key('a'), key('m')]);
  });

  it('is looked for no longer than a function may run, and then from where it stopped', async () => {
    const { mock, overdue } = open();
    mock.on(ScanCommand).resolves({ Items: [item('ada', T0 - 1)], LastEvaluatedKey: key('m') });
    const { timers, next } = await overdue.page(T0, undefined);
    expect(next).toBe('m');
    expect(timers).toHaveLength(mock.commandCalls(ScanCommand).length);
    expect(timers.length).toBeLessThan(50);
  });

  it('is not known when DynamoDB is throttled: the sweep is tried again', async () => {
    const { mock, overdue } = open();
    mock.on(ScanCommand).rejects(awsError('ProvisionedThroughputExceededException', 400));
    await expect(overdue.page(T0, undefined)).rejects.toThrow('ProvisionedThroughputExceededException');
  });
});
