import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { secondsHidden } from '../shared/handler/back-off.ts';
import type { Log } from '../shared/handler/log.ts';
import type { MetricCounter } from '../shared/handler/metric-counter.ts';
import { parseJson } from '../shared/parse-json.ts';
import { EffectMessage } from './schema.ts';

const Batch = z.looseObject({
  Records: z.array(
    z.looseObject({
      messageId: z.string(),
      body: z.string(),
      receiptHandle: z.string(),
      eventSourceARN: z.string(),
      attributes: z.looseObject({ ApproximateReceiveCount: z.coerce.number() }),
    }),
  ),
});
type Received = z.infer<typeof Batch>['Records'][number];

/** Port: hides a message for so many seconds before it is seen again. */
export interface BackOff {
  hide(queue: 'due' | 'later', receipt: string, seconds: number): Promise<void>;
}

export interface BatchDeps {
  perform: (messages: EffectMessage[]) => Promise<(unknown | undefined)[]>;
  backOff: BackOff;
  dueArn: string;
  log: Log;
  metrics: MetricCounter;
}

/** Takes a batch of a queue; what failed stays on it, and comes back later each time: for days, since nothing sets it aside. */
export const takeBatch =
  ({ perform, backOff, dueArn, log, metrics }: BatchDeps) =>
  async (event: unknown): Promise<SQSBatchResponse> => {
    const { Records } = Batch.parse(event);
    const read = Records.map(({ body }) => EffectMessage.safeParse(parseJson(body)));
    const readable = read.flatMap(({ data }) => (data ? [data] : []));
    const errors = await perform(readable);
    let place = 0;
    const failed: Received[] = [];
    for (const [index, record] of Records.entries()) {
      const message = read[index];
      const error = message?.success ? errors[place++] : message?.error;
      if (error === undefined) metrics.count('Done');
      else {
        failed.push(record);
        report({ log, metrics }, record, error as Error);
      }
    }
    await Promise.all(failed.map((record) => hide(backOff, dueArn, record, log)));
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };

const report = ({ log, metrics }: Pick<BatchDeps, 'log' | 'metrics'>, { messageId }: Received, error: Error): void => {
  metrics.count('Returned');
  log.error('A message was not taken and comes back.', { messageId, error });
};

/** Where this fails the message comes back by itself, only sooner. */
const hide = async (backOff: BackOff, dueArn: string, record: Received, log: Log): Promise<void> => {
  const { receiptHandle, eventSourceARN, attributes, messageId } = record;
  const seconds = secondsHidden(attributes.ApproximateReceiveCount);
  try {
    await backOff.hide(eventSourceARN === dueArn ? 'due' : 'later', receiptHandle, seconds);
  } catch (error) {
    log.warn('A message that was not taken comes back sooner than it should.', { messageId, error: error as Error });
  }
};
