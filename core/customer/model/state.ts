import type { Provenance } from '../../../language/catalogue/event.ts';
import type { Channel, Purpose, Scale } from '../../../language/catalogue/kind.ts';
import type { BareReason } from '../../../language/catalogue/reason.ts';
import type { DeliverTask, ListenTask } from '../../../language/catalogue/task.ts';
import type { Effect } from './effect.ts';
import type { Evidence, JournalEntry, Outcome } from './journal.ts';

/** Milliseconds since 1970, UTC. Every time in the item is one. */
export type Millis = number;

export interface Attribute {
  value: string | number | boolean;
  provenance: Provenance;
  event: string;
  at: Millis;
  /** When it first had this value, where it was stated again since. */
  since?: Millis;
}

/** Running sums of DESIGN.md's mood: S and W as of `at`. `negativeUntil` is when mood last stops, or stopped, being negative. */
export interface Mood {
  s: number;
  w: number;
  at: Millis;
  quietUntil: Millis;
  negativeUntil: Millis;
}

export interface Incident {
  openedAt?: Millis;
  closedAt?: Millis;
}

/** Something that happened and that a listening step may take. */
export interface Occurrence {
  id: string;
  at: Millis;
  fields: Record<string, unknown>;
}

/** What a step came to, as long as caps or idempotency need it. */
export interface Decision {
  enrolment: string;
  journey: string;
  step: string;
  moment: string;
  purpose: Purpose;
  outcome: Exclude<Outcome, 'held' | 'replaced'> | 'reserved';
  at: Millis;
  channel?: Channel;
  /** While reserved: the attempt that may send, until when, and what the customer will read. */
  attempt?: string;
  lease?: Millis;
  /** How many reservations of this step ran out before this one. */
  lapses?: number;
  because?: string;
}

/** The step in hand: from its first hold or reserve to its final decision. Patience counts from `since`. */
export interface Open {
  step: string;
  moment: string;
  purpose: Purpose;
  since: Millis;
  /** `replaced`: another moment has taken its place, and nothing is decided about that yet. */
  reason: BareReason | 'replaced';
  /** Since when for this reason. */
  reasonSince: Millis;
  /** When the machine comes back by itself, at the latest. */
  until: Millis;
  /** The machine waits with a token: the gate is asked again at every change of the customer. */
  parked?: Omit<DeliverTask, 'task' | 'customer'>;
}

export interface Waiting extends Pick<ListenTask, 'step' | 'on' | 'where' | 'answers' | 'facts'> {}

export interface Enrolment {
  journey: string;
  per?: string;
  /** The entering event's own time, for re-entry and for what happened since. */
  startedAt: Millis;
  /** Of the commit that entered it; its execution started then. */
  enteredAt: Millis;
  endsBy: Millis;
  /** `main`, or the exit whose last words run. */
  phase: string;
  control: boolean;
  arms: Record<string, string>;
  eventId: string;
  /** Entering fields in use. */
  event: Record<string, unknown>;
  /** What a listening step took last, or the event it exits by. */
  heard: Record<string, unknown>;
  /** Listening step to the id of what it took; empty where it went silent. */
  took: Record<string, string>;
  waiting?: Waiting;
  open?: Open;
  goalAt?: Millis;
  /** It is to leave for there as soon as the step in hand, which may have gone out, is settled. It mutes nobody. */
  leave?: string;
}

export interface CustomerState {
  id: string;
  /** Grows by one with each commit; 0 has never been committed. */
  version: number;
  at: Millis;
  firstSeenAt: Millis;
  attributes: Record<string, Attribute>;
  /** `topic:offers` or `channel:email` to the last choice. */
  consent: Record<string, { choice: 'granted' | 'withdrawn'; at: Millis }>;
  paused?: { until: Millis; at: Millis };
  unreachable: Partial<Record<Channel, { why: 'bounced' | 'complained'; at: Millis }>>;
  mood: Mood;
  evidence: Evidence[];
  /** `ticket:t1` to its times. */
  incidents: Record<string, Incident>;
  /** The newest time of an incident that the list has dropped. */
  incidentsSince?: Millis;
  answers: Partial<Record<Scale, { score: number; at: Millis }>>;
  lastHeardAt?: Millis;
  /** When the last incident closed. */
  lastIncidentAt?: Millis;
  /** Week number since 1970 to incidents opened. */
  incidentsByWeek: Record<string, number>;
  /** A short hash of the event's id to when it happened. */
  seen: Record<string, Millis>;
  /** The newest event time that `seen` has dropped. */
  seenSince: Millis;
  occurrences: Record<string, Occurrence[]>;
  decisions: Decision[];
  enrolments: Record<string, Enrolment>;
  ended: Record<string, { per?: string; startedAt: Millis }[]>;
  closedAt?: Millis;
  returnedAt?: Millis;
  /** When everything here was erased: the item holds nothing more, and goes when the last record has. */
  erased?: Millis;
  /** What the last commit meant, and what must follow from it. */
  journal: JournalEntry[];
  effects: Effect[];
}

/** What one item may hold of each: entries of lists, and characters of a text or an id. */
export const LIMITS = {
  evidence: 12,
  incidents: 32,
  consents: 32,
  seen: 64,
  occurrences: 8,
  weeks: 14,
  enrolments: 24,
  endedPerJourney: 16,
  text: 500,
  id: 40,
} as const;

/** A customer of whom nothing is known yet. */
export const emptyCustomer = (id: string, now: Millis): CustomerState => ({
  id,
  version: 0,
  at: now,
  firstSeenAt: now,
  attributes: {},
  consent: {},
  unreachable: {},
  mood: { s: 0, w: 0, at: now, quietUntil: 0, negativeUntil: 0 },
  evidence: [],
  incidents: {},
  answers: {},
  incidentsByWeek: {},
  seen: {},
  seenSince: 0,
  occurrences: {},
  decisions: [],
  enrolments: {},
  ended: {},
  journal: [],
  effects: [],
});
