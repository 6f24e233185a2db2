import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createBackOff } from '../../../functions/shared/visibility.sqs.ts';

it.each(['due', 'later'] as const)('a message of the queue %s is hidden by its receipt', async (name) => {
  const client = new SQSClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  await createBackOff({ client, urls: { due: 'https://due', later: 'https://later' } }).hide(name, 'r1', 120);
  expect(mock.commandCalls(ChangeMessageVisibilityCommand)[0]?.args[0].input).toEqual({
    QueueUrl: `https://${name}`,
    ReceiptHandle: 'r1',
    VisibilityTimeout: 120,
  });
});
