import type { readTags } from '../deliver/tags.ts';
import { EventRejected, readEnvelope } from './envelope.ts';
import type { createIntake, IntakeAnswer } from './intake.ts';
import type { Rejects } from './rejects.ts';
import { fromSes, SES } from './ses.ts';

interface TakeDeps {
  intake: ReturnType<typeof createIntake>;
  /** Reads the tags of our emails; its key is fetched when the first feedback comes. */
  tagReader: () => Promise<(tags: Parameters<typeof readTags>[0]) => ReturnType<typeof readTags>>;
  rejects: Rejects;
  count: (name: string, by?: Record<string, string>) => void;
}

type Taken = IntakeAnswer['status'] | 'rejected';

const NAMES: Record<Taken, string> = {
  applied: 'Applied',
  stale: 'Stale',
  duplicate: 'Duplicate',
  skipped: 'Skipped',
  rejected: 'Rejected',
};

/** Takes one message of the intake queue, whichever way it ends, and counts that. Throws only for our own fault. */
export const createTake = ({ intake, tagReader, rejects, count }: TakeDeps) => {
  const taken = async (body: string): Promise<IntakeAnswer> => {
    // Only what may be of SES is read twice.
    if (!body.includes(`"${SES}"`)) return intake(body);
    const envelope = readEnvelope(body);
    if (envelope.source !== SES) return intake(envelope);
    const event = fromSes(envelope, await tagReader());
    return event ? intake(event) : { status: 'skipped' };
  };
  return async (body: string): Promise<Taken> => {
    let status: Taken;
    try {
      const first = await taken(body);
      status = first.status;
      for (const { leftOut } of [first, ...(first.others ?? [])])
        for (const field of leftOut?.fields ?? [])
          count('FieldsLeftOut', { Event: leftOut?.event ?? '', Field: field });
      for (const other of first.others ?? []) count(NAMES[other.status]);
    } catch (error) {
      if (!(error instanceof EventRejected)) throw error;
      await rejects(error, body);
      count('Rejections', { Reason: error.reason });
      status = 'rejected';
    }
    count(NAMES[status]);
    return status;
  };
};
