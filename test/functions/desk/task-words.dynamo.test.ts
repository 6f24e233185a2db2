import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import { createDynamoTaskWords } from '../../../functions/desk/task-words.dynamo.ts';
import { taskRow } from '../../../functions/shared/stores/task-rows.dynamo.ts';
import { task } from './support.ts';

const decision: DecisionEntry = {
  kind: 'decision',
  at: '2026-03-02T10:00:00.000Z',
  customer: 'ada 1',
  journey: 'recovery',
  enrolment: 'e1',
  step: 'call',
  visit: 4,
  moment: 'recovery-call',
  purpose: 'care',
  outcome: 'sent',
  reason: 'clear',
  because: 'A person calls.',
  channel: 'agent',
  message: { subject: 'Call', text: 'Please call Ada.' },
};

it('the words of work are found by when it was given, and to whom', async () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const row = taskRow(decision);
  mockClient(client)
    .on(GetItemCommand)
    .callsFake(({ Key }) => (Key.pk.S === row.pk?.S && Key.sk.S === row.sk?.S ? { Item: row } : {}));
  const wordsOf = createDynamoTaskWords({ client, table: 'Records' });
  expect(await wordsOf({ customer: 'ada 1', task, at: decision.at })).toEqual(decision.message);
  expect(await wordsOf({ customer: 'another', task, at: decision.at })).toBeUndefined();
});
