import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoTokens } from '../../../functions/advance/tokens.dynamo.ts';
import { awsError } from '../../support/aws.ts';

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const now = () => Date.parse('2026-03-02T10:00:00Z');
  return { mock: mockClient(client), tokens: createDynamoTokens({ client, table: 'Records', now }) };
};

describe('task tokens in DynamoDB', () => {
  it('are kept one an item, for longer than an execution lasts', async () => {
    const { mock, tokens } = open();
    await tokens.put('e1', 'listen', 'token-a');
    await tokens.put('e1', 'listen', 'token-b');
    await tokens.put('e1', 'listen', 'token-a');
    const items = mock.commandCalls(PutItemCommand).map(({ args }) => args[0].input.Item);
    expect(items[0]).toMatchObject({ pk: { S: 'token#e1#listen' }, token: { S: 'token-a' }, ttl: { N: '1807005600' } });
    expect(items[0]?.sk?.S).toMatch(/^[0-9a-f]{64}$/);
    expect(items[1]?.sk).not.toEqual(items[0]?.sk);
    expect(items[2]).toEqual(items[0]);
  });

  it('are read strongly consistent, over all pages', async () => {
    const { mock, tokens } = open();
    const more = { pk: { S: 'token#e1#listen' }, sk: { S: 'x' } };
    mock.on(QueryCommand).resolvesOnce({ Items: [{ token: { S: 'token-a' } }], LastEvaluatedKey: more });
    mock.on(QueryCommand, { ExclusiveStartKey: more }).resolvesOnce({ Items: [{ token: { S: 'token-b' } }] });
    expect(await tokens.list('e1', 'listen')).toEqual(['token-a', 'token-b']);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      ConsistentRead: true,
      ExpressionAttributeValues: { ':step': { S: 'token#e1#listen' } },
    });
  });

  it('fail the task when they cannot be kept: a machine must not wait for what nobody knows', async () => {
    const { mock, tokens } = open();
    mock.on(PutItemCommand).rejects(awsError('ThrottlingException', 400));
    await expect(tokens.put('e1', 'listen', 't')).rejects.toThrow('ThrottlingException');
  });
});
