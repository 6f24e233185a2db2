import type { Channel, Sendable } from '../../../language/catalogue/channel.ts';
import type { Provenance } from '../../../language/catalogue/event.ts';
import type { Purpose, Scale } from '../../../language/catalogue/kind.ts';
import type { BareReason, EndReason } from '../../../language/catalogue/reason.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
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

/** Running sums of mood (docs/gate.md): S and W as of `at`. `negativeUntil` is when mood last stops, or stopped, being negative. */
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

/** A message that went out, or may have, as long as caps, the gap or an answer to it need it. */
export interface Decision {
  enrolment: string;
  journey: string;
  step: string;
  visit: number;
  moment: string;
  purpose: Purpose;
  outcome: Exclude<Outcome, 'held' | 'replaced'>;
  at: Millis;
  channel?: Channel;
}

/** The right of one attempt to send, alone, until its lease is over. */
export interface Reservation {
  attempt: string;
  at: Millis;
  until: Millis;
  channel: Sendable;
}

/** Where an enrolment goes as soon as nothing is reserved any more: to an exit's last words, or out. */
export interface Leaving {
  to: string;
  reason: EndReason;
}

export interface Enrolment {
  journey: string;
  per?: string;
  /** The entering event's own time, for re-entry and for what happened since. */
  startedAt: Millis;
  /** Of the commit that entered it. */
  enteredAt: Millis;
  control: boolean;
  arms: Record<string, string>;
  eventId: string;
  /** Entering fields in use. */
  event: Record<string, unknown>;
  /** What a listening step took last, or the event it exits by. */
  heard: Record<string, unknown>;
  /** Ids of the occurrences that its steps took, as long as they are kept. */
  took: string[];
  /** The step in hand, and the number of this visit: it grows with every step and never repeats. */
  at: string;
  visit: number;
  /** What the step in hand came to: whoever asks again is told the same. */
  answer?: StepAnswer;
  /** Since when the step is in hand; patience counts from it. */
  since: Millis;
  /** When there is something to do, and the number of the timer that says so: each setting of `due` has a new one. */
  due: Millis;
  timer: number;
  /** The moment in hand: the step's own, or what took its place. */
  message?: { moment: string; purpose: Purpose };
  /** It took the place of the step's own: what the step comes to send by then does not matter any more. */
  replaced?: true;
  held?: { reason: BareReason; since: Millis };
  /** Reason to when a hold for it was journalled last. */
  noted?: Record<string, Millis>;
  reserved?: Reservation;
  /** How many reservations of this step ran out. */
  lapses?: number;
  /** By which channel the last of those may have gone out, and when at the latest: it counts for caps until the step is decided. */
  lapsed?: { channel: Sendable; at: Millis };
  /** How often its channel was busy, and until when it is left alone. */
  busy?: { times: number; until: Millis };
  /** Of loops: turns begun, and when the last one began. */
  turns?: Record<string, { count: number; since: Millis }>;
  /** The step with which the last words of an exit began. */
  words?: string;
  /** It leaves as soon as the step in hand, which may have gone out, is settled. It mutes nobody. */
  leave?: Leaving;
  goalAt?: Millis;
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
  /** The catalogue that wrote it: its content, and the number of its publication. */
  catalogue?: { version: string; number: number };
  /** When everything here was erased: the item holds nothing more, and goes when the last record has. */
  erased?: Millis;
  /** What the last commit meant, and what must follow from it. */
  journal: JournalEntry[];
  effects: Effect[];
}

/** What one item may hold: entries of lists, and bytes of a text, of an id and of all of it. */
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
  because: 300,
  id: 40,
  /** A text that a condition may compare is not cut below this while an enrolment runs. */
  exact: 64,
  /** The entering fields of all enrolments, each text counted up to `exact`. */
  entering: 5000,
  /** 16 KiB, less what stores write beside it. */
  item: 15_800,
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
