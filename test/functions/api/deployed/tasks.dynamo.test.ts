import { type AttributeValue, BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import type { DecisionEntry } from '../../../../core/customer/model/journal.ts';
import { createDynamoTasks } from '../../../../functions/api/deployed/tasks.dynamo.ts';
import { isWork, taskKey, taskRow } from '../../../../functions/shared/stores/task-rows.dynamo.ts';

const AT = Date.parse('2026-03-05T09:00:00.000Z');
const work = (customer = 'ada', visit = 1): DecisionEntry => ({
  kind: 'decision',
  at: new Date(AT).toISOString(),
  customer,
  journey: 'repair',
  enrolment: 'e',
  step: 'call',
  visit,
  moment: 'call-them',
  purpose: 'care',
  outcome: 'sent',
  reason: 'clear',
  because: 'A person calls.',
  channel: 'agent',
  message: { subject: 'Call', text: 'Please call.' },
});

/** As much of DynamoDB as is asked for: it answers `most` at a time. */
const open = (most: number, ...entries: DecisionEntry[]) => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const rows = entries.map(taskRow);
  const mock = mockClient(client);
  mock.on(BatchGetItemCommand).callsFake(({ RequestItems: { Records } }) => {
    const keys: Record<string, AttributeValue>[] = Records.Keys;
    const items = keys
      .slice(0, most)
      .flatMap((key) => rows.filter(({ pk, sk }) => pk?.S === key.pk?.S && sk?.S === key.sk?.S));
    const left = keys.slice(most);
    return { Responses: { Records: items }, ...(left.length > 0 && { UnprocessedKeys: { Records: { Keys: left } } }) };
  });
  return { mock, tasks: createDynamoTasks({ client, table: 'Records' }) };
};

const requestOf = (customer = 'ada', visit = 1) => ({ customer, task: `e/call/${visit}`, at: AT });

describe('the words of work', () => {
  it('come in the order asked, and are missing where they are not kept', async () => {
    const { tasks } = open(9, work('bob'), work('ada'));
    const entries = await tasks.words([requestOf('ada'), requestOf('eve'), requestOf('bob'), requestOf('ada', 2)]);
    expect(entries.map((entry) => entry?.customer)).toEqual(['ada', undefined, 'bob', undefined]);
    expect(entries[0]).toEqual(work('ada'));
  });

  it('are asked for again where they were not answered, and once where two ask for them', async () => {
    const { tasks, mock } = open(1, work('ada'), work('bob'));
    const entries = await tasks.words([requestOf('ada'), requestOf('ada'), requestOf('bob')]);
    expect(entries.map((entry) => entry?.customer)).toEqual(['ada', 'ada', 'bob']);
    expect(mock.commandCalls(BatchGetItemCommand)).toHaveLength(2);
  });

  it('are of a decision with words, and have the same place however often it is written', () => {
    const one = work();
    const { message: _, ...plain } = one;
    expect([isWork(one), isWork(plain)]).toEqual([true, false]);
    expect(taskKey(one)).toEqual(taskKey({ ...one }));
    expect(taskKey(one)).not.toEqual(taskKey({ ...one, visit: 2 }));
    expect(JSON.stringify(taskKey(one))).not.toContain('ada');
  });
});
