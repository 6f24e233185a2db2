import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Pause } from '../shared/pause.ts';
import { createSendAll, type DelayedMessage, LONGEST_DELAY } from '../shared/send-all.sqs.ts';
import type { EffectQueue, Outgoing } from './queue.ts';
import { FORMAT } from './schema.ts';

interface QueueDeps {
  client: SQSClient;
  /** Of timers that are due: they start runs. */
  dueUrl: string;
  /** Of all else, so that schedules and erasures never stand in the way of a run. */
  laterUrl: string;
  pause: Pause;
  now: () => number;
}

interface Routed extends DelayedMessage {
  url: string;
}

/** The queues of the effects function. What lies further ahead than SQS holds a message back is asked for as a schedule. */
export const createSqsQueue = ({ client, dueUrl, laterUrl, pause, now }: QueueDeps): EffectQueue => {
  const sendAll = createSendAll({ client, pause });
  const route = ({ message, at }: Outgoing): Routed => {
    const seconds = Math.max(0, Math.ceil((at - now()) / 1000));
    if (message.type !== 'timer') return { url: laterUrl, message, seconds };
    if (seconds <= LONGEST_DELAY) return { url: dueUrl, message, seconds };
    return { url: laterUrl, message: { type: 'schedule', format: FORMAT, at, timer: message }, seconds: 0 };
  };
  return {
    send: async (outgoing) => {
      const routed = outgoing.map(route);
      for (const url of [dueUrl, laterUrl]) {
        await sendAll(
          url,
          routed.filter((one) => one.url === url),
        );
      }
    },
  };
};
