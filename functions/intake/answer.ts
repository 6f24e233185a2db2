import type { EventAnswer } from '../../core/customer/commands/on-event.ts';
import type { EventRejected } from './envelope.ts';

/** `skipped`: also our own event, that no journey awaits. */
export interface IntakeAnswer {
  status: EventAnswer;
  customer?: string;
  /** Of what was taken in part only: what is to be kept of it, for a person to bring back. */
  stale?: EventRejected;
  /** Of an event that was taken without some of its optional fields: its type and those. */
  leftOut?: { event: string; fields: string[] };
  /** Of an event about everyone, of whom each is asked by and by: what that is known by. */
  broadcast?: string;
  /** Of an envelope with several events: what the others came to; none where they concern nobody. */
  others?: IntakeAnswer[];
}
