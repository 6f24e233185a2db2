import type { RejectedEntry } from '../../core/customer/model/journal.ts';
import { iso } from '../../core/time/instant.ts';
import type { IntakeAnswer } from '../../functions/intake/answer.ts';
import { EventRejected } from '../../functions/intake/envelope.ts';
import type { Clock } from './clock.ts';
import type { Services } from './services.ts';
import type { Storage } from './storage.ts';

export type ArrivalAnswer = IntakeAnswer | { status: 'rejected'; message: string };

export interface Arrival {
  raw: unknown;
  answer: ArrivalAnswer;
  /** Why it was refused. */
  refused?: RejectedEntry;
}

interface ArriveDeps {
  intake: Services['intake'];
  timeline: Pick<Storage['timeline'], 'reject'>;
  census: Storage['census'];
  onEntry: (entry: RejectedEntry) => void;
  clock: Clock;
}

/** Gives intake what comes off the bus. What it refuses is kept with its reason. */
export const createArrive =
  ({ intake, timeline, census, onEntry, clock }: ArriveDeps) =>
  async (raw: unknown): Promise<Omit<Arrival, 'raw'>> => {
    try {
      return { answer: await intake(raw) };
    } catch (error) {
      if (!(error instanceof EventRejected)) throw error;
      const { reason, message, event, id, customer } = error;
      const about = { ...(event ? { event } : {}), ...(id ? { id } : {}), ...(customer ? { customer } : {}) };
      const refused: RejectedEntry = { at: iso(clock.now), kind: 'rejected', reason, message, ...about };
      timeline.reject(refused);
      onEntry(refused);
      await census?.rejections.rejected(reason, clock.now);
      return { answer: { status: 'rejected', message }, refused };
    }
  };
