import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Rejects } from './rejects.ts';

// Exported beside its adapter, so that who imports this on demand loads no more of the SDK than the client.
export { SQSClient } from '@aws-sdk/client-sqs';
export { createBackOff } from '../shared/visibility.sqs.ts';

interface RejectsDeps {
  client: SQSClient;
  url: string;
}

/** SQS takes 256 KiB from the oldest of queues; what is told beside the event fits into the rest. */
const MAX_EVENT_BYTES = 200 * 1024;

const cut = (raw: string): { event: string; cutAt?: number } => {
  if (Buffer.byteLength(JSON.stringify(raw)) <= MAX_EVENT_BYTES) return { event: raw };
  // A character is at most six bytes once it stands in JSON.
  const cutAt = Math.floor(MAX_EVENT_BYTES / 6);
  return { event: raw.slice(0, cutAt), cutAt };
};

/** The rejects queue. An event too large for it is cut, and says where. */
export const createSqsRejects =
  ({ client, url }: RejectsDeps): Rejects =>
  async ({ reason, message, event, id, customer }, raw) => {
    const about = { type: event, id, customer };
    const body = { reason, message: message.slice(0, 2000), ...about, ...cut(raw) };
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(body) }));
  };
