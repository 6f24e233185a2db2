import type { Effect } from '../customer/effect.ts';
import type { JournalEntry } from '../customer/journal.ts';

/** Port: what happened to a customer, kept by version and index, so that a repeated delivery changes nothing. */
export interface Timeline {
  write(entries: { customer: string; version: number; index: number; entry: JournalEntry }[]): Promise<void>;
}

/** An event of ours for others, and for journeys that await it. */
export interface OutgoingEvent {
  /** `enrolment/step`. */
  id: string;
  type: string;
  at: string;
  detail: Record<string, unknown>;
}

/** Port: the bus. */
export interface Publisher {
  publish(events: OutgoingEvent[]): Promise<void>;
}

/** Port: the effects queue. */
export interface EffectQueue {
  queue(effects: Effect[]): Promise<void>;
}
