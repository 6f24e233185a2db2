import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { chunksOf } from './chunks.ts';
import type { Pause } from './pause.ts';
import { retryRejected } from './retry-rejected.ts';

/** A queue did not take every message; whoever sent them sends them again. */
export class QueueIncomplete extends Error {
  override name = 'QueueIncomplete';
  constructor(left: number, codes: string[]) {
    super(`The queue did not take ${left} messages after several tries (${[...new Set(codes)].join(', ')}).`);
  }
}

/** As SQS has it, in seconds. */
export const LONGEST_DELAY = 900;

const LIMITS = {
  count: 10,
  bytes: 256 * 1024,
  sizeOf: ({ MessageBody = '' }: SendMessageBatchRequestEntry) => Buffer.byteLength(MessageBody),
};

/** A message, and for how many seconds the queue holds it back. */
export interface DelayedMessage {
  message: unknown;
  seconds: number;
}

/** Puts messages on a queue, however many, and what it did not take again. Throws QueueIncomplete. */
export const createSendAll =
  ({ client, pause }: { client: SQSClient; pause: Pause }) =>
  async (url: string, messages: readonly DelayedMessage[]): Promise<void> => {
    const entries = messages.map(({ message, seconds }, index) => ({
      Id: String(index),
      MessageBody: JSON.stringify(message),
      ...(seconds > 0 ? { DelaySeconds: Math.min(seconds, LONGEST_DELAY) } : {}),
    }));
    for (const chunk of chunksOf(entries, LIMITS)) {
      let codes: string[] = [];
      const give = async (some: SendMessageBatchRequestEntry[]): Promise<SendMessageBatchRequestEntry[]> => {
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: some }));
        codes = Failed.flatMap(({ Code }) => Code ?? []);
        return some.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
      };
      const left = await retryRejected(chunk, give, pause);
      if (left.length > 0) throw new QueueIncomplete(left.length, codes);
    }
  };
