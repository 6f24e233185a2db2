import type { IntakeAnswer } from '../../functions/intake/answer.ts';
import { OURS } from '../../functions/shared/source.ts';
import type { LocalRuns } from './runs.ts';
import type { Services } from './services.ts';
import type { UnderWay } from './under-way.ts';

interface SettleDeps {
  underWay: UnderWay;
  services: Pick<Services, 'relay' | 'effects' | 'broadcast'>;
  runs: Pick<LocalRuns, 'runNext'>;
  arrive: (raw: unknown) => Promise<{ answer: IntakeAnswer | { status: 'rejected' } }>;
}

/** Carries everything on that an action caused, in a fixed order, until only time can move anything. */
export const createSettle =
  ({ underWay, services, runs, arrive }: SettleDeps) =>
  async (): Promise<void> => {
    const { commits, timers, events, announcements, steps, erasures, relayed } = underWay;
    const perform = async (effect: Parameters<typeof services.effects>[0][number]): Promise<void> => {
      const [error] = await services.effects([effect]);
      if (error) throw error;
    };
    for (;;) {
      const commit = commits.shift();
      if (commit) {
        await services.relay(commit);
        relayed.push(commit);
        continue;
      }
      const timer = timers.shift();
      if (timer) {
        await perform(timer);
        continue;
      }
      const event = events.shift();
      if (event) {
        const { id, type, at, detail } = event;
        await arrive({ id, source: OURS, 'detail-type': type, time: at, detail });
        continue;
      }
      if (await runs.runNext()) continue;
      const announcement = announcements.shift();
      if (announcement) {
        await arrive(announcement.envelope);
        continue;
      }
      const step = steps.shift();
      if (step) {
        await services.broadcast(step);
        continue;
      }
      // Nothing of theirs is under way any more.
      const erasure = erasures.shift();
      if (!erasure) return;
      await perform(erasure);
    }
  };
