import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoLedger } from '../../../functions/census/ledger.dynamo.ts';
import type { Tally } from '../../../functions/census/ports.ts';

/** What DynamoDB takes of an expression, in bytes. */
const LONGEST = 4096;

/** Everybody at one step on one day, each in arms that nobody else is in: all of it is one row. */
const inOneRow = (count: number): Tally => ({
  counts: Array.from({ length: count }, (_, place) => ({
    day: '2026-03-05',
    journey: 'welcome',
    step: 'tip',
    kind: 'decision' as const,
    value: 'sent',
    reason: 'clear',
    arms: { split: `arm-${place}` },
    count: 1,
  })),
  resting: [],
  crowds: [],
});

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(TransactWriteItemsCommand).resolves({});
  const ledger = createDynamoLedger({ client, table: 'Records', pause: async () => {}, now: () => 0 });
  return { ledger, mock };
};

describe('what is counted at once', () => {
  it('is no more of one row than an expression can say', async () => {
    const { ledger, mock } = open();
    const most = Array.from({ length: 1000 }, (_, place) => place + 1).findLast((size) => ledger.fits(inOneRow(size)));
    expect(most).toBeGreaterThanOrEqual(100);
    await ledger.count('shard', { parts: 0 }, { last: '1', parts: 0 }, inOneRow(most ?? 0));
    const [call] = mock.commandCalls(TransactWriteItemsCommand);
    const updates = call?.args[0].input.TransactItems?.flatMap(({ Update }) => Update?.UpdateExpression ?? []);
    expect(updates).toHaveLength(1);
    expect(updates?.[0]?.length).toBeLessThanOrEqual(LONGEST);
  });
});
