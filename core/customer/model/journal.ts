import type { Channel } from '../../../language/catalogue/channel.ts';
import type { Purpose } from '../../../language/catalogue/kind.ts';
import type { DecisionReason, EndReason, EntryRefusal, Reason } from '../../../language/catalogue/reason.ts';

/** The gate's answers; `held` and `replaced` are interim, all others final. */
export type Outcome =
  | 'sent'
  | 'held'
  | 'replaced'
  | 'suppressed'
  | 'escalated'
  | 'control'
  | 'failed'
  | 'unknown'
  | 'ended';

/** A piece of evidence as a customer may read it. */
export interface Evidence {
  at: string;
  /** Event type, such as `feedback.received`. */
  event: string;
  /** -1 to 1. */
  value: number;
  because: string;
}

/** What a decision rested on, where no other entry tells. Times are ISO 8601, UTC. */
export interface Basis {
  /** Open, such as `ticket:t1`, longest first: three at most, and how many there were besides. */
  incidents?: { incident: string; since: string }[];
  besides?: number;
  /** Mood at that time, -1 to 1. */
  score?: number;
  /** Whose hours counted. */
  zone?: string;
  /** Why a channel of the moment did not reach them. */
  channels?: Partial<Record<Channel, { why: Reason; at?: string }>>;
  /** The topic that they withdrew, or never granted. */
  topic?: { topic: string; withdrawnAt?: string };
  /** What copy would have printed, and where it came from. */
  attribute?: { name: string; provenance: string; event: string; at: string };
  /** When they pressed pause, and until when. */
  paused?: { at: string; until: string };
  /** What happened that left no room for the message: the account's farewell, or its `unless`. */
  happened?: { event?: string; at: string };
}

interface Entry {
  /** ISO 8601, UTC. */
  at: string;
  customer: string;
}

export interface SignalEntry extends Entry {
  kind: 'signal';
  event: string;
  /** When it happened, where it was taken later. */
  happenedAt?: string;
  /** -1 to 1. */
  value: number;
  weight: number;
  because: string;
}

export interface EnteredEntry extends Entry {
  kind: 'entered';
  journey: string;
  enrolment: string;
  event: string;
  arms: Record<string, string>;
}

export interface NotEnteredEntry extends Entry {
  kind: 'not-entered';
  journey: string;
  event: string;
  reason: EntryRefusal;
  because: string;
}

export interface DecisionEntry extends Entry {
  kind: 'decision';
  journey: string;
  enrolment: string;
  step: string;
  /** The number of the visit: in a loop a step is decided once a turn. */
  visit: number;
  /** Moment id; for an `emit` the event type. */
  moment: string;
  purpose: Purpose;
  outcome: Outcome;
  reason: DecisionReason;
  /** A sentence for the customer. */
  because: string;
  channel?: Channel;
  /** With `held`: when it is asked again at the latest. */
  until?: string;
  evidence?: Evidence[];
  basis?: Basis;
  /** With `replaced` and `escalated`: the moment that takes its place. */
  instead?: string;
  /** Of an emitted event: its fields. */
  with?: Record<string, unknown>;
  /** Of work for a person: what it says. */
  message?: { subject: string; text: string };
}

export interface GoalEntry extends Entry {
  kind: 'goal';
  journey: string;
  enrolment: string;
  event: string;
}

export interface EndedEntry extends Entry {
  kind: 'ended';
  journey: string;
  enrolment: string;
  reason: EndReason;
}

export interface DeliveryEntry extends Entry {
  kind: 'delivery';
  status: 'delivered' | 'bounced' | 'complained' | 'replied';
  channel?: Channel;
  enrolment?: string;
  step?: string;
}

/** An event that was refused, or (`stale`, `duplicate`) taken only in part or not at all. */
export interface RejectedEntry extends Omit<Entry, 'customer'> {
  kind: 'rejected';
  customer?: string;
  reason: string;
  /** What was found, where, and what to do. */
  message: string;
  event?: string;
  id?: string;
}

export type JournalEntry =
  | SignalEntry
  | EnteredEntry
  | NotEnteredEntry
  | DecisionEntry
  | GoalEntry
  | EndedEntry
  | DeliveryEntry
  | RejectedEntry;
