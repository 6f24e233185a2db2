import type { EffectQueue } from '../../functions/effects/queue.ts';
import type { Clock } from './clock.ts';
import type { Timers } from './timers.ts';
import type { UnderWay } from './under-way.ts';

interface EffectQueueDeps {
  timers: Timers;
  underWay: Pick<UnderWay, 'timers' | 'erasures' | 'ended'>;
  clock: Clock;
}

/** Both queues of effects: what is due is under way at once, and what is due later waits as a timer. */
export const createEffectQueue = ({ timers, underWay, clock }: EffectQueueDeps): EffectQueue => ({
  send: async (outgoing) => {
    for (const { message, at } of outgoing) {
      if (message.type === 'erase') underWay.erasures.push(message);
      // An action here is a transaction: no run dies, so nothing has to come again.
      if (message.type !== 'timer' || message.again > 0 || underWay.ended.has(message.enrolment)) continue;
      timers.delete(message.enrolment);
      if (at <= clock.now) underWay.timers.push(message);
      else timers.set({ at, timer: message });
    }
  },
});
