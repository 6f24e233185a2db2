import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';

interface BackOffDeps<Queue extends string> {
  client: SQSClient;
  urls: Record<Queue, string>;
}

/** Hides messages by their visibility. */
export const createBackOff = <Queue extends string>({ client, urls }: BackOffDeps<Queue>) => ({
  hide: async (queue: Queue, ReceiptHandle: string, VisibilityTimeout: number): Promise<void> => {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl: urls[queue], ReceiptHandle, VisibilityTimeout }));
  },
});
