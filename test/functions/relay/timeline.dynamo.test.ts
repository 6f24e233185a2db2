import { BatchWriteItemCommand, DynamoDBClient, QueryCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { createDynamoDecisions, createDynamoTimeline } from '../../../functions/relay/timeline.dynamo.ts';
import { awsError, noPause } from '../../support/aws.ts';

const at = '2026-03-02T10:00:00.000Z';
const goal = (enrolment: string): JournalEntry => ({
  kind: 'goal',
  at,
  customer: 'ada',
  journey: 'j',
  enrolment,
  event: 'x',
});
const decision: JournalEntry = {
  kind: 'decision',
  at,
  customer: 'ada',
  journey: 'onboarding',
  enrolment: 'e1',
  step: 'send-welcome',
  visit: 1,
  moment: 'welcome',
  purpose: 'relationship',
  outcome: 'sent',
  reason: 'clear',
  because: 'You created your account.',
};
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ customer: 'ada', version: 3, index, entry: goal(`e${index}`) }));

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const listBatches = () =>
    mock.commandCalls(BatchWriteItemCommand).map(({ args }) => args[0].input.RequestItems?.Records as WriteRequest[]);
  const deps = { client, table: 'Records', pause: noPause };
  return { mock, listBatches, timeline: createDynamoTimeline(deps), decisions: createDynamoDecisions(deps) };
};

describe('the timeline in DynamoDB', () => {
  it('lists work that it gives to a person by its day as well, once', async () => {
    const { mock, listBatches, timeline } = open();
    mock.on(BatchWriteItemCommand).resolves({});
    const work = { ...decision, channel: 'agent' as const, message: { subject: 'Call', text: 'Please call.' } };
    const entry = { customer: 'ada', version: 12, index: 1, entry: work };
    for (const _ of [1, 2]) await timeline.write([entry]);
    const [first, second] = listBatches().map((requests) => requests.map(({ PutRequest }) => PutRequest?.Item));
    expect(first?.map((item) => item?.pk?.S)).toEqual(['customer#ada', 'task#2026-03-02']);
    expect(first?.[1]?.entry).toEqual({ S: JSON.stringify(work) });
    expect(second).toEqual(first);
  });

  it('has a key from the place of an entry, so that writing again changes nothing', async () => {
    const { mock, listBatches, timeline } = open();
    mock.on(BatchWriteItemCommand).resolves({});
    await timeline.write([{ customer: 'ada', version: 12, index: 1, entry: decision }]);
    expect(listBatches()[0]).toEqual([
      {
        PutRequest: {
          Item: {
            pk: { S: 'customer#ada' },
            sk: { S: 'v#000000000012#0001' },
            entry: { S: JSON.stringify(decision) },
            decision: { S: 'e1/send-welcome/1' },
          },
        },
      },
    ]);
  });

  it('is written 25 entries at a time', async () => {
    const { mock, listBatches, timeline } = open();
    mock.on(BatchWriteItemCommand).resolves({});
    await timeline.write(many(60));
    expect(listBatches().map(({ length }) => length)).toEqual([25, 25, 10]);
  });

  it('writes again what DynamoDB left, and only that', async () => {
    const { mock, listBatches, timeline } = open();
    mock
      .on(BatchWriteItemCommand)
      .callsFakeOnce(({ RequestItems }) => ({ UnprocessedItems: { Records: RequestItems.Records.slice(1) } }))
      .resolves({});
    await timeline.write(many(3));
    expect(listBatches().map(({ length }) => length)).toEqual([3, 2]);
  });

  it('fails when DynamoDB goes on leaving entries, so that the stream brings them again', async () => {
    const { mock, timeline } = open();
    mock.on(BatchWriteItemCommand).callsFake(({ RequestItems }) => ({ UnprocessedItems: RequestItems }));
    await expect(timeline.write(many(2))).rejects.toThrow(/left 2 timeline entries unwritten/);
  });

  it('fails when DynamoDB is throttled', async () => {
    const { mock, timeline } = open();
    mock.on(BatchWriteItemCommand).rejects(awsError('ProvisionedThroughputExceededException', 400));
    await expect(timeline.write(many(1))).rejects.toThrow('ProvisionedThroughputExceededException');
  });

  it('finds the latest word on a step, newest first, on whatever page it is', async () => {
    const { mock, decisions } = open();
    const more = { pk: { S: 'customer#ada' }, sk: { S: 'v#000000000012#0001' } };
    mock.on(QueryCommand).resolvesOnce({ Items: [], LastEvaluatedKey: more });
    mock
      .on(QueryCommand, { ExclusiveStartKey: more })
      .resolvesOnce({ Items: [{ entry: { S: JSON.stringify(decision) } }] });
    expect(await decisions('ada', { enrolment: 'e1', step: 'send-welcome', visit: 1 })).toEqual(decision);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      ScanIndexForward: false,
      ExpressionAttributeValues: { ':customer': { S: 'customer#ada' }, ':decision': { S: 'e1/send-welcome/1' } },
    });
  });
});

describe('how long a timeline keeps something', () => {
  const readExpiry = async (days?: number) => {
    const client = new DynamoDBClient({ region: 'eu-west-1' });
    const mock = mockClient(client);
    mock.on(BatchWriteItemCommand).resolves({});
    await createDynamoTimeline({ client, table: 'Records', pause: noPause, days }).write(many(1));
    const [call] = mock.commandCalls(BatchWriteItemCommand);
    return call?.args[0].input.RequestItems?.Records?.[0]?.PutRequest?.Item?.ttl?.N;
  };

  it('is as long as the customer, unless days are given: then from when it happened, whenever it is written', async () => {
    expect(await readExpiry()).toBeUndefined();
    expect(await readExpiry(90)).toBe(String(Date.parse('2026-05-31T10:00:00.000Z') / 1000));
  });
});
