import type { readTags } from '../deliver/tags.ts';
import type { Correspondent } from '../shared/stores/correspondents.ts';
import type { IntakeAnswer } from './answer.ts';
import { type Envelope, EventRejected, readEnvelope } from './envelope.ts';
import type { createIntake } from './intake.ts';
import type { KeepPast } from './keep-past.ts';
import { PartlyRefused } from './refusals.ts';
import type { Rejects } from './rejects.ts';
import { fromSes, SES } from './ses.ts';
import { fromInbound, fromStatus, textIn } from './sms.ts';

interface TakeDeps {
  intake: ReturnType<typeof createIntake>;
  /** Reads the tags of our messages; its key is fetched when the first feedback comes. */
  tagReader: () => Promise<(tags: Parameters<typeof readTags>[0]) => ReturnType<typeof readTags>>;
  /** Whom we last wrote to at a number; undefined of one that we never did, and of a customer who is known no longer. */
  correspondentAt: (number: string) => Promise<Correspondent | undefined>;
  rejects: Rejects;
  keepPast: KeepPast;
  count: (name: string, by?: Record<string, string>) => void;
}

type IntakeOutcome = IntakeAnswer['status'] | 'rejected';

const NAMES: Record<IntakeOutcome, string> = {
  applied: 'Applied',
  stale: 'Stale',
  duplicate: 'Duplicate',
  skipped: 'Skipped',
  rejected: 'Rejected',
};

/**
 * Takes one message of the intake queue, and counts which way it ended. `sentAt`: when it came there. What came too late is
 * taken in part, and kept with the rejects. Throws only for our own fault.
 */
export const createTake = ({ intake, tagReader, correspondentAt, rejects, keepPast, count }: TakeDeps) => {
  const take = async (event: Envelope | undefined): Promise<IntakeAnswer> =>
    event ? intake(event) : { status: 'skipped' };
  const takeBody = async (body: string, sentAt: number | undefined): Promise<IntakeAnswer> => {
    const text = textIn(body);
    if (text?.kind === 'status') return take(fromStatus(text, await tagReader()));
    if (text?.kind === 'inbound') {
      const correspondent = await correspondentAt(text.originationNumber);
      if (correspondent === undefined) count('TextsFromNobody');
      return take(correspondent && fromInbound(text, correspondent, sentAt));
    }
    // Only what may be of SES is read twice.
    if (!body.includes(`"${SES}"`)) return intake(body);
    const envelope = readEnvelope(body);
    return envelope.source === SES ? take(fromSes(envelope, await tagReader())) : intake(envelope);
  };
  const countLeftOut = (answers: readonly IntakeAnswer[]): void => {
    for (const { leftOut } of answers)
      for (const field of leftOut?.fields ?? []) count('FieldsLeftOut', { Event: leftOut?.event ?? '', Field: field });
  };
  return async (body: string, sentAt?: number): Promise<IntakeOutcome> => {
    let status: IntakeOutcome;
    try {
      const first = await takeBody(body, sentAt);
      status = first.status;
      const all = [first, ...(first.others ?? [])];
      // One envelope is kept once, whatever of it came too late: what was taken of it is a duplicate by then.
      const stale = all.find((answer) => answer.stale)?.stale;
      if (stale) await rejects(stale, body);
      countLeftOut(all);
      for (const other of first.others ?? []) count(NAMES[other.status]);
      await keepPast(body, first);
    } catch (error) {
      if (!(error instanceof EventRejected)) throw error;
      await rejects(error, body);
      count('Rejections', { Reason: error.reason });
      const others = error instanceof PartlyRefused ? error.taken : [];
      countLeftOut(others);
      for (const other of others) count(NAMES[other.status]);
      status = 'rejected';
    }
    count(NAMES[status]);
    return status;
  };
};
