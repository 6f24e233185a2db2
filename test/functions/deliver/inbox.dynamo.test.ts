import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoInbox } from '../../../functions/deliver/inbox.dynamo.ts';
import { awsError, timeOut } from '../../support/aws.ts';
import { message } from '../../support/message.ts';

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const now = () => Date.parse('2026-03-02T10:00:00Z');
  const inbox = createDynamoInbox({ client, table: 'Records', now, report: () => {} });
  return { mock: mockClient(client), inbox };
};

describe('the inbox in DynamoDB', () => {
  it('keeps a message under its decision', async () => {
    const { mock, inbox } = open();
    expect(await inbox.send(message({ channel: 'inbox' }))).toMatchObject({ result: 'accepted' });
    const { Item, ConditionExpression } = mock.commandCalls(PutItemCommand)[0]?.args[0].input ?? {};
    expect(Item).toMatchObject({ pk: { S: 'inbox#ada' }, sk: { S: message().id } });
    expect(JSON.parse(String(Item?.message?.S))).toMatchObject({
      subject: 'Welcome, Ada',
      html: '<p>Good to have you.</p>',
      at: '2026-03-02T10:00:00.000Z',
    });
    expect(ConditionExpression).toBe('attribute_not_exists(#pk)');
  });

  it('keeps it as long as policy says, and the row no longer', async () => {
    const { mock, inbox } = open();
    await inbox.send(message({ channel: 'inbox', keeps: 3600 }));
    const { Item } = mock.commandCalls(PutItemCommand)[0]?.args[0].input ?? {};
    expect(JSON.parse(String(Item?.message?.S))).toMatchObject({ until: '2026-03-02T11:00:00.000Z', channel: 'inbox' });
    expect(Item?.ttl).toEqual({ N: String(Date.parse('2026-03-02T11:00:00.000Z') / 1000) });
  });

  it('takes a repeat for accepted, and does not write over what is there', async () => {
    const { mock, inbox } = open();
    mock.on(PutItemCommand).rejects(new ConditionalCheckFailedException({ message: '', $metadata: {} }));
    expect(await inbox.send(message())).toMatchObject({ result: 'accepted' });
  });

  it.each([
    ['busy', awsError('ThrottlingException', 400)],
    ['busy', awsError('ProvisionedThroughputExceededException', 400)],
    ['down', awsError('AccessDeniedException', 400)],
    ['down', awsError('ResourceNotFoundException', 400)],
    ['none', awsError('InternalServerError', 500)],
    ['none', timeOut()],
  ] as const)('is %s after %s', async (result, error) => {
    const { mock, inbox } = open();
    mock.on(PutItemCommand).rejects(error);
    expect(await inbox.send(message())).toMatchObject({ result });
  });
});
