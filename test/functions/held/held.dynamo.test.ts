import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createDynamoHeld } from '../../../functions/held/held.dynamo.ts';

it('reads a kind of records by its own key, and goes on after the last', async () => {
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const pk = { S: 'inbox#ada' };
  mock
    .on(QueryCommand)
    .resolvesOnce({ Items: [{ message: { S: '{"id":"e/1"}' } }], LastEvaluatedKey: { pk, sk: { S: 'e/1' } } })
    .resolvesOnce({ Items: [{ message: { S: '{"id":"e/2"}' } }] });
  const held = createDynamoHeld({ client, table: 'records' });
  expect(await held.page('ada', 'messages')).toEqual({ items: [{ id: 'e/1' }], next: 'e/1' });
  expect(await held.page('ada', 'messages', 'e/1')).toEqual({ items: [{ id: 'e/2' }] });
  const [first, second] = mock.commandCalls(QueryCommand).map(({ args }) => args[0].input);
  expect(first).toMatchObject({ ConsistentRead: true, ExpressionAttributeValues: { ':customer': pk } });
  expect(second?.ExclusiveStartKey).toEqual({ pk, sk: { S: 'e/1' } });
});
