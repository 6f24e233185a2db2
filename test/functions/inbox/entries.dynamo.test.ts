import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoEntries } from '../../../functions/inbox/entries.dynamo.ts';
import { createDynamoNonces } from '../../../functions/inbox/nonces.dynamo.ts';
import { inboxRow } from '../../../functions/shared/stores/inbox-rows.dynamo.ts';
import { awsError } from '../../support/aws.ts';
import { entry, T0 } from './support.ts';

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const deps = { client, table: 'records' };
  return { mock: mockClient(client), entries: createDynamoEntries(deps), nonces: createDynamoNonces(deps) };
};

const lost = new ConditionalCheckFailedException({ message: '', $metadata: {} });

describe('the inboxes in Records', () => {
  it('are read whole, with what the customer did beside each message, and rows of before as they are', async () => {
    const { mock, entries } = open();
    const { until: _, step: _s, channel: _c, headers: _h, ...before } = entry('b', 5);
    mock.on(QueryCommand).resolves({
      Items: [
        { ...inboxRow('ada', entry('a', 0)), readAt: { S: '2026-03-02T11:00:00.000Z' } },
        inboxRow('ada', before),
      ],
    });
    expect(await entries.of('ada')).toEqual([{ ...entry('a', 0), readAt: '2026-03-02T11:00:00.000Z' }, before]);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      ExpressionAttributeValues: { ':pk': { S: 'inbox#ada' } },
    });
  });

  it('keep when something was done first, and nothing of a message that is gone', async () => {
    const { mock, entries } = open();
    await entries.mark('ada', 'e/1', 'dismissed', '2026-03-02T11:00:00.000Z');
    expect(mock.commandCalls(UpdateItemCommand)[0]?.args[0].input).toMatchObject({
      Key: { pk: { S: 'inbox#ada' }, sk: { S: 'e/1' } },
      ConditionExpression: 'attribute_exists(#pk) AND attribute_not_exists(#mark)',
      ExpressionAttributeNames: { '#mark': 'dismissedAt' },
    });
    mock.on(UpdateItemCommand).rejects(lost);
    await entries.mark('ada', 'e/1', 'read', '2026-03-02T11:00:00.000Z');
    mock.on(UpdateItemCommand).rejects(awsError('AccessDeniedException', 400));
    await expect(entries.mark('ada', 'e/1', 'read', '')).rejects.toThrow();
  });
});

describe('used numbers in Records', () => {
  it('are known by a hash, for as long as they could be used again', async () => {
    const { mock, nonces } = open();
    expect(await nonces.use('nonce-of-16-letters', T0)).toBe(true);
    const { Item } = mock.commandCalls(PutItemCommand)[0]?.args[0].input ?? {};
    expect(Item).toMatchObject({ pk: { S: expect.stringMatching(/^nonce#[0-9a-f]{32}$/) }, ttl: { N: '1772445600' } });
    mock.on(PutItemCommand).rejects(lost);
    expect(await nonces.use('nonce-of-16-letters', T0)).toBe(false);
    mock.on(PutItemCommand).rejects(awsError('ThrottlingException', 400));
    await expect(nonces.use('nonce-of-16-letters', T0)).rejects.toThrow();
  });
});
