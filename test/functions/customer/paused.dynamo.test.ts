import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoPaused } from '../../../functions/customer/paused.dynamo.ts';
import { awsError } from '../../support/aws.ts';

const flag = (journey: string) => ({ pk: { S: 'flag#paused' }, sk: { S: journey } });

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const clock = { now: 0 };
  return { mock, clock, paused: createDynamoPaused({ client, table: 'Records', now: () => clock.now }) };
};

describe('the flags of paused journeys', () => {
  it('are read over all pages', async () => {
    const { mock, paused } = open();
    mock.on(QueryCommand).resolvesOnce({ Items: [flag('renewal')], LastEvaluatedKey: flag('renewal') });
    mock.on(QueryCommand, { ExclusiveStartKey: flag('renewal') }).resolvesOnce({ Items: [flag('onboarding')] });
    expect([...(await paused())].sort()).toEqual(['onboarding', 'renewal']);
  });

  it('are kept for a minute, one reading for all who ask at once', async () => {
    const { mock, clock, paused } = open();
    mock.on(QueryCommand).resolves({ Items: [] });
    await Promise.all([paused(), paused()]);
    clock.now = 59_999;
    await paused();
    expect(mock.commandCalls(QueryCommand)).toHaveLength(1);
    mock.on(QueryCommand).resolves({ Items: [flag('renewal')] });
    clock.now = 60_000;
    expect(await paused()).toEqual(new Set(['renewal']));
  });

  it('are not guessed when they cannot be read, and asked for again by the next', async () => {
    const { mock, paused } = open();
    mock
      .on(QueryCommand)
      .rejectsOnce(awsError('ThrottlingException', 400))
      .resolves({ Items: [flag('renewal')] });
    await expect(paused()).rejects.toThrow('ThrottlingException');
    expect(await paused()).toEqual(new Set(['renewal']));
  });
});
