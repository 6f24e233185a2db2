import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { BackOff } from './batch.ts';

interface BackOffDeps {
  client: SQSClient;
  urls: Record<'due' | 'later', string>;
}

/** Hides messages by their visibility. */
export const createBackOff = ({ client, urls }: BackOffDeps): BackOff => ({
  hide: async (queue, ReceiptHandle, VisibilityTimeout) => {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl: urls[queue], ReceiptHandle, VisibilityTimeout }));
  },
});
