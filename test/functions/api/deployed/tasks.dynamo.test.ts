import { type AttributeValue, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import type { DecisionEntry } from '../../../../core/customer/model/journal.ts';
import { createDynamoTasks } from '../../../../functions/api/deployed/tasks.dynamo.ts';
import { isWork, taskKey, taskRow } from '../../../../functions/shared/stores/task-rows.dynamo.ts';

const work = (at: string, customer = 'ada'): DecisionEntry => ({
  kind: 'decision',
  at,
  customer,
  journey: 'repair',
  enrolment: 'e',
  step: 'call',
  visit: 1,
  moment: 'call-them',
  purpose: 'care',
  outcome: 'sent',
  reason: 'clear',
  because: 'A person calls.',
  channel: 'agent',
  message: { subject: 'Call', text: 'Please call.' },
});

const NOW = Date.parse('2026-03-05T12:00:00Z');

/** As much of DynamoDB as the list asks for. */
const open = (...entries: DecisionEntry[]) => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const rows = entries.map(taskRow);
  const mock = mockClient(client);
  mock.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values, Limit }) => {
    const text = (value: AttributeValue | undefined): string => value?.S ?? '';
    const found = rows
      .filter(
        ({ pk, sk }) => pk?.S === values[':day'].S && text(sk) >= values[':since'].S && text(sk) <= values[':before'].S,
      )
      .toSorted((one, other) => (text(one.sk) < text(other.sk) ? 1 : -1));
    return { Items: found.slice(0, Limit) };
  });
  return { mock, tasks: createDynamoTasks({ client, table: 'Records', now: () => NOW }) };
};

const days = [
  '2026-03-05T09:00:00.000Z',
  '2026-03-05T08:00:00.000Z',
  '2026-03-03T10:00:00.000Z',
  '2026-03-01T10:00:00.000Z',
];

describe('work that was given to people', () => {
  it('is listed newest first, over days on which nothing was, and each once', async () => {
    const { tasks } = open(...days.toReversed().map((at) => work(at)));
    const seen: string[][] = [];
    for (let after: string | undefined; ; ) {
      const { items, next } = await tasks.given({ since: Date.parse('2026-03-01T00:00:00Z'), count: 3, after });
      seen.push(items.map(({ at }) => at));
      if (next === undefined) break;
      after = next;
    }
    expect(seen.flat()).toEqual(days);
    expect(seen[0]).toHaveLength(3);
  });

  it('is listed of several customers at the same instant', async () => {
    const at = days[0]!;
    const { tasks } = open(work(at, 'ada'), work(at, 'bob'), work(at, 'eve'));
    const first = await tasks.given({ since: 0 + Date.parse('2026-03-05T00:00:00Z'), count: 2 });
    const second = await tasks.given({ since: Date.parse('2026-03-05T00:00:00Z'), count: 2, after: first.next });
    expect([...first.items, ...second.items].map(({ customer }) => customer).toSorted()).toEqual(['ada', 'bob', 'eve']);
  });

  it('from before a time is left out', async () => {
    const { tasks } = open(...days.map((at) => work(at)));
    const { items } = await tasks.given({ since: Date.parse('2026-03-05T08:30:00Z'), count: 10 });
    expect(items.map(({ at }) => at)).toEqual([days[0]]);
  });

  it.each(['x', '', '2026-03-06T00:00:00.000Z#x', '9999-12-31T00:00:00.000Z#x', '2026-99-99T00:00:00.000Z#x'])(
    'is not asked for by a cursor of somebody’s own making: %j',
    async (after) => {
      const { tasks, mock } = open();
      await expect(tasks.given({ since: NOW, count: 10, after })).rejects.toMatchObject({ status: 400 });
      expect(mock.commandCalls(QueryCommand)).toEqual([]);
    },
  );

  it('is a decision with words, and has the same place however often it is written', () => {
    const one = work(days[0]!);
    const { message: _, ...plain } = one;
    expect([isWork(one), isWork(plain)]).toEqual([true, false]);
    expect(taskKey(one)).toEqual(taskKey({ ...one }));
    expect(taskKey(one)).not.toEqual(taskKey({ ...one, visit: 2 }));
    expect(JSON.stringify(taskKey(one))).not.toContain('ada');
  });
});
