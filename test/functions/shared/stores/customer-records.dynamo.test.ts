import { BatchWriteItemCommand, DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import type { DecisionEntry } from '../../../../core/customer/model/journal.ts';
import {
  createDynamoEraser,
  createDynamoRecords,
  ErasureIncomplete,
} from '../../../../functions/shared/stores/customer-records.dynamo.ts';
import { taskKey } from '../../../../functions/shared/stores/task-rows.dynamo.ts';
import { noPause } from '../../../support/aws.ts';

const open = () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(GetItemCommand).resolves({});
  return { client, mock, table: 'records', pause: noPause };
};

it('reads a kind of records by its own key, and goes on after the last', async () => {
  const { mock, ...deps } = open();
  const pk = { S: 'inbox#ada' };
  mock
    .on(QueryCommand)
    .resolvesOnce({ Items: [{ message: { S: '{"id":"e/1"}' } }], LastEvaluatedKey: { pk, sk: { S: 'e/1' } } })
    .resolvesOnce({ Items: [{ message: { S: '{"id":"e/2"}' } }] });
  const records = createDynamoRecords(deps);
  expect(await records.page('ada', 'messages')).toEqual({ items: [{ id: 'e/1' }], next: 'e/1' });
  expect(await records.page('ada', 'messages', 'e/1')).toEqual({ items: [{ id: 'e/2' }] });
  const [first, second] = mock.commandCalls(QueryCommand).map(({ args }) => args[0].input);
  expect(first).toMatchObject({ ConsistentRead: true, ExpressionAttributeValues: { ':customer': pk } });
  expect(second?.ExclusiveStartKey).toEqual({ pk, sk: { S: 'e/1' } });
});

it('has what the customer did with a message in their inbox', async () => {
  const { mock, ...deps } = open();
  const readAt = '2026-03-02T11:00:00.000Z';
  mock.on(QueryCommand).resolves({ Items: [{ message: { S: '{"id":"e/1"}' }, readAt: { S: readAt } }] });
  expect(await createDynamoRecords(deps).page('ada', 'messages')).toEqual({ items: [{ id: 'e/1', readAt }] });
});

const entries = (...times: string[]) =>
  times.map((at, index) => ({ sk: { S: `v#${index}` }, entry: { S: JSON.stringify({ at }) } }));
const messages = (...times: string[]) =>
  times.map((at, index) => ({ sk: { S: `m#${index}` }, message: { S: JSON.stringify({ at }) } }));
const T = Date.parse('2026-03-02T10:00:00Z');

it('removes every page of timeline and inbox from before a time, and nothing from after it', async () => {
  const { mock, ...deps } = open();
  const pk = { S: 'customer#ada' };
  mock
    .on(QueryCommand)
    .resolvesOnce({ Items: entries('2026-03-02T09:00:00Z'), LastEvaluatedKey: { pk, sk: { S: 'v#0' } } })
    .resolvesOnce({ Items: entries('2026-03-02T10:00:00Z') })
    .resolvesOnce({ Items: messages('2026-03-02T09:59:59Z', 'when?', '2026-03-02T11:00:00Z') })
    .resolves({ Items: [] });
  mock.on(BatchWriteItemCommand).resolves({});
  await createDynamoEraser(deps).wipe('ada', T);
  const keys = mock
    .commandCalls(BatchWriteItemCommand)
    .flatMap(({ args }) => args[0].input.RequestItems?.records ?? [])
    .map(({ DeleteRequest }) => `${DeleteRequest?.Key?.pk?.S} ${DeleteRequest?.Key?.sk?.S}`);
  expect(keys).toEqual(['customer#ada v#0', 'inbox#ada m#0', 'inbox#ada m#1']);
});

it('removes what they are found by, the list of it last, unless it is of another life', async () => {
  const { mock, ...deps } = open();
  const entries = [{ by: 'name', key: 'ada' }];
  mock.on(QueryCommand).resolves({});
  mock.on(GetItemCommand).resolves({ Item: { entries: { S: JSON.stringify(entries) }, at: { N: String(T) } } });
  mock.on(BatchWriteItemCommand).resolves({});
  await createDynamoEraser(deps).wipe('ada', T);
  expect(mock.commandCalls(BatchWriteItemCommand)).toHaveLength(0);
  await createDynamoEraser(deps).wipe('ada', T + 1);
  const keys = mock
    .commandCalls(BatchWriteItemCommand)
    .flatMap(({ args }) => args[0].input.RequestItems?.records ?? [])
    .map(({ DeleteRequest }) => DeleteRequest?.Key?.pk?.S);
  expect(keys).toEqual(['directory#name#ad', 'directory#of#ada']);
});

it('removes what was listed as work with the timeline, and notes', async () => {
  const { mock, ...deps } = open();
  const work: DecisionEntry = {
    kind: 'decision',
    at: '2026-03-02T09:00:00.000Z',
    customer: 'ada',
    journey: 'repair',
    enrolment: 'e',
    step: 'call',
    visit: 1,
    moment: 'call-them',
    purpose: 'care',
    outcome: 'sent',
    reason: 'clear',
    because: 'A person calls.',
    message: { subject: 'Call', text: 'Please call.' },
  };
  const note = { at: '2026-03-02T09:30:00.000Z', text: 'Called.' };
  mock
    .on(QueryCommand)
    .resolvesOnce({ Items: [{ sk: { S: 'v#0' }, entry: { S: JSON.stringify(work) } }] })
    .resolvesOnce({ Items: [] })
    .resolvesOnce({ Items: [{ sk: { S: 'n#0' }, note: { S: JSON.stringify(note) } }] })
    .resolves({ Items: [] });
  mock.on(BatchWriteItemCommand).resolves({});
  await createDynamoEraser(deps).wipe('ada', T);
  const keys = mock
    .commandCalls(BatchWriteItemCommand)
    .flatMap(({ args }) => args[0].input.RequestItems?.records ?? [])
    .map(({ DeleteRequest }) => DeleteRequest?.Key);
  expect(keys).toEqual([
    { pk: { S: 'customer#ada' }, sk: { S: 'v#0' } },
    taskKey(work),
    { pk: { S: 'note#ada' }, sk: { S: 'n#0' } },
  ]);
});

it('removes work that is over from the lists in which it stands, also from those of many', async () => {
  const { mock, ...deps } = open();
  const at = '2026-03-02T09:00:00.000Z';
  const over = {
    kind: 'task',
    at,
    customer: 'ada',
    task: 'e/call/1',
    moment: 'call',
    journey: 'outage',
    status: 'done',
  };
  const takenEntry = { ...over, status: 'taken', crowd: 'c1' };
  const rows = [takenEntry, { ...over, crowd: 'c1' }].map((entry, place) => ({
    sk: { S: `v#${place}` },
    entry: { S: JSON.stringify(entry) },
  }));
  mock.on(QueryCommand).resolvesOnce({ Items: rows }).resolves({ Items: [] });
  mock.on(BatchWriteItemCommand).resolves({});
  await createDynamoEraser(deps).wipe('ada', T);
  const lists = mock
    .commandCalls(BatchWriteItemCommand)
    .flatMap(({ args }) => args[0].input.RequestItems?.records ?? [])
    .map(({ DeleteRequest }) => DeleteRequest?.Key?.pk?.S);
  expect(lists).toEqual(['customer#ada', 'customer#ada', 'crowd#c1#call#over', 'queue#over']);
});

it('does not take records that were left in place for removed', async () => {
  const { mock, ...deps } = open();
  mock.on(QueryCommand).resolves({ Items: entries('2026-03-02T09:00:00Z') });
  mock.on(BatchWriteItemCommand).callsFake(({ RequestItems }) => ({ UnprocessedItems: RequestItems }));
  await expect(createDynamoEraser(deps).wipe('ada', T)).rejects.toThrow(ErasureIncomplete);
});
