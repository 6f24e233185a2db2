import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { EventQueue } from './ports.ts';

/** The queue of intake. */
export const createSqsEvents =
  ({ client, url }: { client: SQSClient; url: string }): EventQueue =>
  async (envelope) => {
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(envelope) }));
  };
