import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import type { Effect } from '../../core/customer/model/effect.ts';
import { ERASED_AFTER } from '../../core/customer/model/erasure.ts';
import { chunksOf } from '../shared/chunks.ts';
import { insist } from '../shared/insist.ts';
import type { Pause } from '../shared/pause.ts';
import type { EffectQueue } from './ports.ts';

/** For who loads this when it is needed. */
export { SQSClient } from '@aws-sdk/client-sqs';

/** The queue did not take every effect; the stream brings the commit again. */
export class QueueIncomplete extends Error {
  override name = 'QueueIncomplete';
  constructor(left: number, codes: string[]) {
    super(`The effects queue did not take ${left} effects after several tries (${[...new Set(codes)].join(', ')}).`);
  }
}

interface EffectsQueueDeps {
  client: SQSClient;
  url: string;
  pause: Pause;
}

const MAX_ENTRIES = 10;
/** An erasure removes, and stops, only what can no more be begun anew. */
const isHeldBack = ({ type }: Effect): boolean => type === 'erase' || type === 'stop';
const MAX_BYTES = 256 * 1024;

/** The effects queue; each effect is a message of its own. */
export const createSqsEffects = ({ client, url, pause }: EffectsQueueDeps): EffectQueue => ({
  queue: async (effects) => {
    const entries = effects.map((effect, index) => ({
      Id: String(index),
      MessageBody: JSON.stringify(effect),
      ...(isHeldBack(effect) ? { DelaySeconds: ERASED_AFTER } : {}),
    }));
    const limits = {
      count: MAX_ENTRIES,
      bytes: MAX_BYTES,
      sizeOf: ({ MessageBody }: { MessageBody: string }) => Buffer.byteLength(MessageBody),
    };
    for (const chunk of chunksOf(entries, limits)) {
      let codes: string[] = [];
      const give = async (given: SendMessageBatchRequestEntry[]): Promise<SendMessageBatchRequestEntry[]> => {
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: given }));
        codes = Failed.flatMap(({ Code }) => Code ?? []);
        return given.filter(({ Id }) => Failed.some((failed) => failed.Id === Id));
      };
      const left = await insist<SendMessageBatchRequestEntry>(chunk, give, pause);
      if (left.length > 0) throw new QueueIncomplete(left.length, codes);
    }
  },
});
