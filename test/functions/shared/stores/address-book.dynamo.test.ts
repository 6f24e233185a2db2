import { DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoAddressBook } from '../../../../functions/shared/stores/address-book.dynamo.ts';
import { awsError } from '../../../support/aws.ts';
import { T0 } from '../../../support/customer.ts';

const DAY = 86_400;

const open = (key = 'k'.repeat(64)) => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(UpdateItemCommand).resolves({}).on(QueryCommand).resolves({});
  const marks = createDynamoAddressBook({ client, table: 'Records', key: async () => key, now: () => T0 });
  const updates = () => mock.commandCalls(UpdateItemCommand).map(({ args }) => args[0].input);
  return { mock, marks, updates };
};

const markOf = (about: 'bounced' | 'channel') => ({
  channel: 'email' as const,
  address: 'Ann@example.com',
  known: [{ about, at: T0, ...(about === 'channel' ? { choice: 'withdrawn' as const } : {}) }],
});

describe('marks of addresses in Records', () => {
  it('hold neither an address nor what anybody could look it up by without the key', async () => {
    const [one, other] = [open('a'.repeat(64)), open('b'.repeat(64))];
    for (const { marks } of [one, other]) await marks.write([markOf('bounced')]);
    expect(JSON.stringify(one.updates())).not.toMatch(/ann/i);
    expect(one.updates()[0]?.Key?.pk?.S).toMatch(/^address#[0-9a-f]{40}$/);
    expect(one.updates()[0]?.Key).not.toEqual(other.updates()[0]?.Key);
  });

  it('of a bounce go after half a year; a wish to be left alone has no end', async () => {
    const { marks, updates } = open();
    await marks.write([markOf('bounced'), markOf('channel')]);
    const [first, second] = updates().map(({ ExpressionAttributeValues }) => ExpressionAttributeValues?.[':ttl']);
    expect(first).toEqual({ N: String(T0 / 1000 + 180 * DAY) });
    expect(second).toBeUndefined();
  });

  it('are read strongly consistent, without those whose time is over', async () => {
    const { mock, marks } = open();
    const item = { about: { S: 'bounced' }, at: { N: '7' } };
    mock.on(QueryCommand).resolves({
      Items: [
        { ...item, ttl: { N: String(T0 / 1000 - 1) } },
        { ...item, about: { S: 'complained' } },
      ],
    });
    expect(await marks.read('email', 'ann@example.com')).toEqual([{ about: 'complained', at: 7 }]);
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({ ConsistentRead: true });
  });

  it('that are older than what stands change nothing; any other failure is told', async () => {
    const { mock, marks } = open();
    mock.on(UpdateItemCommand).rejects(awsError('ThrottlingException', 400));
    await expect(marks.write([markOf('bounced')])).rejects.toThrow();
  });
});
