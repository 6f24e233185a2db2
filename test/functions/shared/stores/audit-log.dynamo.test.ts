import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createDynamoAuditLog } from '../../../../functions/shared/stores/audit-log.dynamo.ts';
import { awsError } from '../../../support/aws.ts';
import { auditLogContract } from './audit-log.contract.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');

type Item = Record<string, AttributeValue>;

/** As much of a table as the log asks for: pages of at most `most` items that were looked at. */
const table = (most = 1000) => {
  const items = new Map<string, Item>();
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(PutItemCommand).callsFake(({ Item, ConditionExpression }: { Item: Item; ConditionExpression?: string }) => {
    const key = `${Item.pk?.S} ${Item.sk?.S}`;
    if (items.has(key) && ConditionExpression === 'attribute_not_exists(#pk)')
      throw new ConditionalCheckFailedException({ message: 'there', $metadata: {} });
    items.set(key, Item);
    return {};
  });
  mock.on(QueryCommand).callsFake((query) => {
    const year = query.ExpressionAttributeValues[':year'].S;
    const subject = query.ExpressionAttributeValues[':subject']?.S;
    const from = query.ExclusiveStartKey?.sk?.S ?? '~~';
    const all = [...items.values()]
      .filter(({ pk, sk }) => pk?.S === year && String(sk?.S) < from)
      .toSorted((one, other) => (String(one.sk?.S) < String(other.sk?.S) ? 1 : -1));
    const seen = all.slice(0, Math.min(query.Limit ?? most, most));
    const last = seen.length < all.length ? seen.at(-1) : undefined;
    return {
      Items: seen.filter((item) => subject === undefined || item.subject?.S === subject),
      ...(last && { LastEvaluatedKey: { pk: last.pk, sk: last.sk } }),
    };
  });
  const open = (key = 'k'.repeat(64)) =>
    createDynamoAuditLog({ client, table: 'Audit', key: async () => key, days: 730, now: () => NOW });
  return { mock, items, log: open(), open };
};

auditLogContract('DynamoDB', () => table().log);

const act = {
  who: { name: 'arn:aws:sts::1:assumed-role/admin/mia', vouched: 'iam' },
  right: 'operate-erase',
  at: '2026-03-02T11:00:00.000Z',
  act: 'erase',
  subject: { kind: 'customer', id: 'ada@example.com' },
  request: 'r',
} as const;

describe('lines of the audit log in DynamoDB', () => {
  it('say nothing of whom they are about without the key', async () => {
    const { items, open } = table();
    await open('a'.repeat(64)).append(act);
    const [one] = [...items.values()];
    expect(JSON.stringify(one)).not.toMatch(/ada/);
    items.clear();
    await open('b'.repeat(64)).append(act);
    expect([...items.values()][0]?.subject).not.toEqual(one?.subject);
  });

  it('go after the days that the setting says', async () => {
    const { items, log } = table();
    await log.append(act);
    expect([...items.values()][0]?.ttl).toEqual({ N: String(Date.parse(act.at) / 1000 + 730 * 86_400) });
  });

  it('about one subject are found behind many others, in pages that may be short', async () => {
    const { log } = table(3);
    await log.append({ ...act, at: '2026-01-02T11:00:00.000Z' });
    for (let n = 0; n < 40; n++)
      await log.append({ ...act, request: `r${n}`, subject: { kind: 'journey', id: 'hello' } });
    const instants: string[] = [];
    let pages = 0;
    for (let after: string | undefined; ; pages++) {
      const { items, next } = await log.page({ about: act.subject, after });
      instants.push(...items.map(({ at }) => at));
      if (next === undefined) break;
      after = next;
    }
    expect(instants).toEqual(['2026-01-02T11:00:00.000Z']);
    expect(pages).toBeGreaterThan(0);
  });

  it('that could not be written are told', async () => {
    const { mock, log } = table();
    mock.on(PutItemCommand).rejects(awsError('ThrottlingException', 400));
    await expect(log.append(act)).rejects.toThrow();
  });
});
