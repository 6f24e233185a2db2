import type { JournalEntry } from '../../core/customer/model/journal.ts';

/** Port: what happened to a customer, kept by version and index, so that a repeated delivery changes nothing. */
export interface Timeline {
  write(entries: { customer: string; version: number; index: number; entry: JournalEntry }[]): Promise<void>;
}

/** A timeline on one machine. */
export interface ReadableTimeline extends Timeline {
  /** A customer's entries, oldest first. */
  of(customer: string): JournalEntry[];
  /** Keeps an entry about an event that belongs to no customer. */
  reject(entry: JournalEntry): void;
}

/** An event of ours for others, and for journeys that await it. */
export interface OutgoingEvent {
  /** Of its decision. */
  id: string;
  type: string;
  at: string;
  detail: Record<string, unknown>;
}

/** Port: the bus. */
export interface Publisher {
  publish(events: OutgoingEvent[]): Promise<void>;
}
