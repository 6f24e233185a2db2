import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { chunksOf } from '../shared/chunks.ts';
import type { Pause } from '../shared/pause.ts';
import { retryRejected } from '../shared/retry-rejected.ts';
import type { EffectQueue, Outgoing } from './queue.ts';
import { type EffectMessage, FORMAT } from './schema.ts';

/** A queue did not take every message; whoever sent them sends them again. */
export class QueueIncomplete extends Error {
  override name = 'QueueIncomplete';
  constructor(left: number, codes: string[]) {
    super(`The effects queue did not take ${left} messages after several tries (${[...new Set(codes)].join(', ')}).`);
  }
}

interface QueueDeps {
  client: SQSClient;
  /** Of timers that are due: they start runs. */
  dueUrl: string;
  /** Of all else, so that schedules and erasures never stand in the way of a run. */
  laterUrl: string;
  pause: Pause;
  now: () => number;
}

const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;
/** As SQS has it, in seconds. */
const LONGEST_DELAY = 900;

interface Routed {
  url: string;
  message: EffectMessage;
  delay: number;
}

/** The queues of the effects function. What lies further ahead than SQS holds a message back is asked for as a schedule. */
export const createSqsQueue = ({ client, dueUrl, laterUrl, pause, now }: QueueDeps): EffectQueue => {
  const route = ({ message, at }: Outgoing): Routed => {
    const delay = Math.max(0, Math.ceil((at - now()) / 1000));
    if (message.type !== 'timer') return { url: laterUrl, message, delay: Math.min(delay, LONGEST_DELAY) };
    if (delay <= LONGEST_DELAY) return { url: dueUrl, message, delay };
    return { url: laterUrl, message: { type: 'schedule', format: FORMAT, at, timer: message }, delay: 0 };
  };

  const sendChunk = async (url: string, chunk: SendMessageBatchRequestEntry[]): Promise<void> => {
    let codes: string[] = [];
    const give = async (entries: SendMessageBatchRequestEntry[]): Promise<SendMessageBatchRequestEntry[]> => {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
      codes = Failed.flatMap(({ Code }) => Code ?? []);
      return entries.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
    };
    const left = await retryRejected(chunk, give, pause);
    if (left.length > 0) throw new QueueIncomplete(left.length, codes);
  };

  return {
    send: async (outgoing) => {
      const routed = outgoing.map(route);
      for (const url of [dueUrl, laterUrl]) {
        const entries = routed
          .filter((one) => one.url === url)
          .map(({ message, delay }, index) => ({
            Id: String(index),
            MessageBody: JSON.stringify(message),
            ...(delay > 0 ? { DelaySeconds: delay } : {}),
          }));
        const limits = {
          count: MAX_ENTRIES,
          bytes: MAX_BYTES,
          sizeOf: ({ MessageBody }: { MessageBody: string }) => Buffer.byteLength(MessageBody),
        };
        for (const chunk of chunksOf(entries, limits)) await sendChunk(url, chunk);
      }
    },
  };
};
