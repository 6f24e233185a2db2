import { DESK, INBOUND, INBOX, OURS } from '../shared/source.ts';
import { FOR_ALL, isSampled, type PastEvent, type PastEventLog } from '../shared/stores/past-events.ts';
import type { IntakeAnswer } from './answer.ts';
import { readEnvelope } from './envelope.ts';
import { SES } from './ses.ts';

interface KeepPastDeps {
  log: PastEventLog;
  /** Of how many customers events are kept, 0 to 1. */
  share: number;
  report: (error: Error) => void;
  now: () => number;
}

/** What we said ourselves, what became of our messages and what answers them belongs to decisions that another way of playing does not make. */
const ABOUT_OURS: readonly string[] = [OURS, SES, INBOX, INBOUND, DESK];

/** In characters: what is larger does not fit into a record, and is not in the sample. */
const LARGEST = 64_000;

/** Whom a message was about that was taken now. Undefined of several at once: with one of them it would outlive an erasure of another. */
const aboutWhom = ({ status, customer, broadcast, others }: IntakeAnswer): string | undefined => {
  if (others) return undefined;
  if (broadcast !== undefined) return status === 'duplicate' ? undefined : FOR_ALL;
  return status === 'applied' ? customer : undefined;
};

/** After an event was taken: keeps it for who tries other workflows, of some customers. That it cannot be kept is reported, and takes nothing back. */
export const createKeepPast = ({ log, share, report, now }: KeepPastDeps) => {
  const keep = async (body: string, answer: IntakeAnswer): Promise<void> => {
    const customer = aboutWhom(answer);
    if (customer === undefined || !isSampled(customer, share) || body.length > LARGEST) return;
    const { addressed, id, source, 'detail-type': type, time, detail } = readEnvelope(body);
    if (addressed || ABOUT_OURS.includes(source)) return;
    const at = now();
    const event: PastEvent = { id, source, 'detail-type': type, time: time ?? new Date(at).toISOString(), detail };
    await log.keep(customer, event, at);
  };
  return async (body: string, answer: IntakeAnswer): Promise<void> => {
    try {
      await keep(body, answer);
    } catch (error) {
      report(error as Error);
    }
  };
};
export type KeepPast = ReturnType<typeof createKeepPast>;
