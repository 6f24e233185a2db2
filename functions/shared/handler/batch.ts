import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBRecord, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { secondsHidden } from './back-off.ts';
import type { Log } from './log.ts';

/** Hides a message of the queue for so many seconds before it is seen again. */
export type Hide = (receipt: string, seconds: number) => Promise<void>;

const Message = z.looseObject({
  messageId: z.string(),
  body: z.string(),
  receiptHandle: z.string(),
  attributes: z.looseObject({
    ApproximateReceiveCount: z.coerce.number(),
    SentTimestamp: z.coerce.number().optional(),
  }),
});
const Change = z.looseObject({
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    NewImage: z.looseObject({ item: z.looseObject({ S: z.string() }) }).optional(),
  }),
});

const records = <Record extends z.ZodType>(record: Record) => z.looseObject({ Records: z.array(record) });
const Messages = records(Message);
const Changes = records(Change);

/** Failed records come back; the others of their batch are done. All failed is no failure of the function's. */
const process = (
  type: 'SQS' | 'DynamoDBStreams',
  event: unknown,
  context: Context,
  take: (record: never) => Promise<void>,
) =>
  processPartialResponse(event as { Records: never[] }, take, new BatchProcessor(EventType[type]), {
    context,
    throwOnFullBatchFailure: false,
  });

/** Takes a message of a queue. `sentAt`: when it came there first, in milliseconds; unknown of one that no queue brought. */
export type TakeMessage = (body: string, sentAt?: number) => Promise<void>;

/** Takes every message of a batch; one that fails comes back to its queue alone, later each time. */
export const eachMessage = (log: Log, take: TakeMessage, hide: Hide) => async (event: unknown, context: Context) => {
  const taking = async ({ messageId, body, receiptHandle, attributes }: SQSRecord): Promise<void> => {
    try {
      const { SentTimestamp: sentAt } = attributes;
      await take(body, sentAt === undefined ? undefined : Number(sentAt));
    } catch (error) {
      log.error('A message was not taken and comes back.', { messageId, error: error as Error });
      try {
        // Who asks without a queue hides it themselves.
        if (receiptHandle !== '') await hide(receiptHandle, secondsHidden(Number(attributes.ApproximateReceiveCount)));
      } catch (failure) {
        log.warn('A message comes back sooner than it should.', { messageId, error: failure as Error });
      }
      throw error;
    }
  };
  return process('SQS', Messages.parse(event), context, taking);
};

/** A change as a table's stream brings it: the item's text, and its place in the stream. */
export interface StreamedItem {
  sequence: string;
  item: string;
}

/** An emulator of AWS, which knows no windows, has one shard. */
const ONLY_SHARD = 'only';

const Window = z.looseObject({ Records: z.array(Change), shardId: z.string().default(ONLY_SHARD) });

/** What a table's stream brings of one shard, in order, by windows of time. Deletions are passed over. */
export const shardOf = (event: unknown): { shard: string; items: StreamedItem[] } => {
  const { Records, shardId: shard } = Window.parse(event);
  const items = Records.flatMap(({ dynamodb: { SequenceNumber: sequence, NewImage } }) =>
    NewImage ? [{ sequence, item: NewImage.item.S }] : [],
  );
  return { shard, items };
};

/** Takes every item that a table's stream brings; it brings those from the first failure on again. Deletions are passed over. */
export const eachItem =
  (log: Log, take: (item: string) => Promise<void>) => async (event: unknown, context: Context) => {
    const taking = async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
      const item = dynamodb?.NewImage?.item?.S;
      if (item === undefined) return;
      try {
        await take(item);
      } catch (error) {
        const sequenceNumber = dynamodb?.SequenceNumber ?? '';
        log.error('A commit was not carried on and comes back.', { sequenceNumber, error: error as Error });
        throw error;
      }
    };
    return process('DynamoDBStreams', Changes.parse(event), context, taking);
  };
