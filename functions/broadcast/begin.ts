import { type Broadcast, type Broadcasts, FORMAT } from '../shared/stores/broadcasts.ts';
import type { Steps } from './ports.ts';

interface BeginDeps {
  broadcasts: Pick<Broadcasts, 'begin'>;
  steps: Steps;
  now: () => number;
}

/** An event about everyone, as intake read it. */
export type Beginning = Pick<Broadcast, 'id' | 'type' | 'at' | 'fields' | 'detail'>;

/** Begins to ask everybody; of a repeat it says so, and asks again for the first step only where that may have been lost. */
export type BeginBroadcast = (beginning: Beginning) => Promise<'applied' | 'duplicate'>;

export const createBeginBroadcast =
  ({ broadcasts, steps, now }: BeginDeps): BeginBroadcast =>
  async (beginning) => {
    const fresh: Broadcast = {
      format: FORMAT,
      ...beginning,
      startedAt: now(),
      step: 0,
      asked: 0,
      told: 0,
    };
    const stored = await broadcasts.begin(fresh);
    if (stored.step === 0 && stored.over === undefined)
      await steps.send({ format: 1, broadcast: stored.id, step: 0 }, 0);
    return stored.startedAt === fresh.startedAt && stored.step === 0 ? 'applied' : 'duplicate';
  };
