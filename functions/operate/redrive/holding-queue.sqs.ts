import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { chunksOf } from '../../shared/chunks.ts';
import type { Pause } from '../../shared/pause.ts';
import { retryRejected } from '../../shared/retry-rejected.ts';
import type { HeldMessage, HoldingQueue, Outlet } from './holding-queue.ts';

// Exported beside its adapter, so that who imports this on demand loads no more of the SDK than the client.
export { SQSClient } from '@aws-sdk/client-sqs';

/** A queue did not take every message; they lie where they lay. */
export class OutletIncomplete extends Error {
  override name = 'OutletIncomplete';
  constructor(left: number) {
    super(`The queue did not take ${left} messages after several tries. They lie where they lay: redrive again.`);
  }
}

interface HoldingQueueDeps {
  client: SQSClient;
  url: string;
}

const MAX_ENTRIES = 10;
const MAX_BYTES = 1024 * 1024;
/** Goes with a message through its queues, and says how often it was brought back by itself. */
const RETURNS = 'RETURNS';
/** In seconds. */
const HIDDEN = 60;

const batch = (messages: HeldMessage[]) =>
  messages.map(({ handle }, index) => ({ Id: String(index), ReceiptHandle: handle }));

/** A queue of SQS. */
export const createSqsHoldingQueue = ({ client, url: QueueUrl }: HoldingQueueDeps): HoldingQueue => ({
  count: async () => {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const ask = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] });
    const { Attributes = {} } = await client.send(ask);
    return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  },
  take: async () => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: MAX_ENTRIES,
        VisibilityTimeout: HIDDEN,
        // A long look asks all of the queue's servers; a short one may miss what is there.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['SentTimestamp'],
        MessageAttributeNames: ['ERROR_CODE', RETURNS],
      }),
    );
    return Messages.map(({ Body = '', ReceiptHandle = '', Attributes, MessageAttributes }) => {
      const error = MessageAttributes?.ERROR_CODE?.StringValue;
      const sentAt = Number(Attributes?.SentTimestamp ?? 0);
      const returns = MessageAttributes?.[RETURNS]?.StringValue;
      return {
        body: Body,
        sentAt,
        handle: ReceiptHandle,
        ...(error === undefined ? {} : { error }),
        ...(returns === undefined ? {} : { returns: Number(returns) }),
      };
    });
  },
  putBack: async (messages) => {
    for (const chunk of chunksOf(batch(messages), { count: MAX_ENTRIES })) {
      const Entries = chunk.map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    }
  },
  remove: async (messages) => {
    for (const Entries of chunksOf(batch(messages), { count: MAX_ENTRIES })) {
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  },
});

/** A queue of SQS, for messages that go into it once more. */
export const createSqsOutlet =
  ({ client, url: QueueUrl, pause }: HoldingQueueDeps & { pause: Pause }): Outlet =>
  async (bodies, returns) => {
    const attributes =
      returns === undefined
        ? {}
        : { MessageAttributes: { [RETURNS]: { DataType: 'Number', StringValue: String(returns) } } };
    const entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody, ...attributes }));
    const sizeOf = ({ MessageBody }: { MessageBody: string }) => Buffer.byteLength(MessageBody);
    const give = async (Entries: SendMessageBatchRequestEntry[]): Promise<SendMessageBatchRequestEntry[]> => {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      return Entries.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
    };
    for (const chunk of chunksOf(entries, { count: MAX_ENTRIES, bytes: MAX_BYTES, sizeOf })) {
      const left = await retryRejected<SendMessageBatchRequestEntry>(chunk, give, pause);
      if (left.length > 0) throw new OutletIncomplete(left.length);
    }
  };
