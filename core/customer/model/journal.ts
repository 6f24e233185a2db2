import * as z from 'zod';
import { Channel } from '../../../language/catalogue/channel.ts';
import { Feedback } from '../../../language/catalogue/event.ts';
import { NotGiven } from '../../../language/catalogue/gesture.ts';
import { Purpose } from '../../../language/catalogue/kind.ts';
import { Frequency } from '../../../language/catalogue/known.ts';
import { Outcome } from '../../../language/catalogue/outcome.ts';
import { DecisionReason, EndReason, EntryRefusal, Reason } from '../../../language/catalogue/reason.ts';
import { GestureState } from './gesture.ts';
import { ChosenEntry, CorrectedEntry, DisputedEntry } from './known-entries.ts';
import { PRIORITIES } from './priority.ts';
import { PromiseStatus } from './promise.ts';
import { RefusedKind } from './refused-kind.ts';
import { tolerant } from './tolerant.ts';
import { NoteEntry, TaskEntry } from './work-entries.ts';

/** A piece of evidence as a customer may read it. */
export const Evidence = tolerant({
  at: z.string(),
  /** Event type, such as `feedback.received`. */
  event: z.string(),
  /** -1 to 1. */
  value: z.number(),
  because: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What a decision rested on, where no other entry tells. Times are ISO 8601, UTC. */
export const Basis = tolerant({
  /** Open, such as `ticket:t1`, longest first: three at most, and how many there were besides. `ends`: if nobody closes it. */
  incidents: z.array(tolerant({ incident: z.string(), since: z.string(), ends: z.string().optional() })).optional(),
  besides: z.number().optional(),
  /** Mood at that time, -1 to 1. */
  score: z.number().optional(),
  /** Whose hours counted. */
  zone: z.string().optional(),
  /** Why a channel of the moment did not reach them, and for what else it would not have. */
  channels: z
    .partialRecord(Channel, tolerant({ why: Reason, at: z.string().optional(), also: z.array(Reason).optional() }))
    .optional(),
  /** The topic that they withdrew, or never granted. */
  topic: tolerant({ topic: z.string(), withdrawnAt: z.string().optional() }).optional(),
  /** What copy would have printed, and where it came from. */
  attribute: tolerant({
    name: z.string(),
    provenance: z.string(),
    event: z.string(),
    at: z.string(),
    /** It would have chosen the customer, and not been printed. */
    chose: z.literal(true).optional(),
  }).optional(),
  /** How often they had asked to hear from us, or by which hours of their own not. */
  frequency: tolerant({ choice: Frequency, at: z.string() }).optional(),
  hours: tolerant({ from: z.string(), to: z.string(), at: z.string() }).optional(),
  /** When they pressed pause, and until when. */
  paused: tolerant({ at: z.string(), until: z.string() }).optional(),
  /** Why no kind of gesture that makes up for this could be given. */
  gestures: z.array(RefusedKind).optional(),
  /** Of a moment that offers gestures: how many of them could have been given. */
  offerable: z.number().int().optional(),
  /** What happened that left no room for the message: the account's farewell, or its `unless`. */
  happened: tolerant({ event: z.string().optional(), at: z.string() }).optional(),
});
export type Basis = z.infer<typeof Basis>;

const entry = {
  /** ISO 8601, UTC. */
  at: z.string(),
  customer: z.string(),
};

export const SignalEntry = tolerant({
  ...entry,
  kind: z.literal('signal'),
  event: z.string(),
  /** When it happened, where it was taken later. */
  happenedAt: z.string().optional(),
  /** -1 to 1. */
  value: z.number(),
  /** Below 0 where a changed answer, or somebody who was understood wrong, takes back what was told, at the time of that. */
  weight: z.number(),
  /** Its weight by itself, where it was heard with less. */
  fullWeight: z.number().optional(),
  because: z.string(),
  /** Such as `ticket:t1`: what it opened, or what was closed and softened by it what its opening told. */
  opens: z.string().optional(),
  closes: z.string().optional(),
});
export type SignalEntry = z.infer<typeof SignalEntry>;

export const EnteredEntry = tolerant({
  ...entry,
  kind: z.literal('entered'),
  journey: z.string(),
  enrolment: z.string(),
  event: z.string(),
  arms: z.record(z.string(), z.string()),
});
export type EnteredEntry = z.infer<typeof EnteredEntry>;

export const NotEnteredEntry = tolerant({
  ...entry,
  kind: z.literal('not-entered'),
  journey: z.string(),
  event: z.string(),
  reason: EntryRefusal,
  because: z.string(),
});
export type NotEnteredEntry = z.infer<typeof NotEnteredEntry>;

export const DecisionEntry = tolerant({
  ...entry,
  kind: z.literal('decision'),
  journey: z.string(),
  enrolment: z.string(),
  step: z.string(),
  /** The number of the visit: in a loop a step is decided once a turn. */
  visit: z.number(),
  /** Moment id; for an `emit` the event type. */
  moment: z.string(),
  purpose: Purpose,
  outcome: Outcome,
  reason: DecisionReason,
  /** A sentence for the customer. */
  because: z.string(),
  channel: Channel.optional(),
  /** With `held`: when it is asked again at the latest. */
  until: z.string().optional(),
  /** With `held`, where it has waited for its channel: when its patience is over. */
  patienceEnds: z.string().optional(),
  evidence: z.array(Evidence).optional(),
  basis: Basis.optional(),
  /** Of what was sent: why a fact that the customer did not share may have chosen them, as the moment says. */
  chosenFor: z.array(z.string()).optional(),
  /** Of what was sent: why its copy may say what such copy mostly may not. */
  excused: z.string().optional(),
  /** With `replaced` and `escalated`: the moment that takes its place. */
  instead: z.string().optional(),
  /** Of what was sent: kinds of gestures of which the customer may choose one. */
  offers: z.array(z.string()).optional(),
  /** Of an emitted event: its fields. */
  with: z.record(z.string(), z.unknown()).optional(),
  /** Of work for a person: what it says. */
  message: tolerant({
    subject: z.string(),
    text: z.string(),
    /** By when, how much it is needed, and whose work it is where its moment says so. */
    due: z.string().optional(),
    priority: z.enum(PRIORITIES).optional(),
    team: z.string().optional(),
    /** Given to many because of one event: a short hash of that. */
    crowd: z.string().optional(),
  }).optional(),
  /** Of work that a colleague has already: the decision that gave it. Nobody was asked again. */
  merged: z.string().optional(),
});
export type DecisionEntry = z.infer<typeof DecisionEntry>;

export const GoalEntry = tolerant({
  ...entry,
  kind: z.literal('goal'),
  journey: z.string(),
  enrolment: z.string(),
  event: z.string(),
});
export type GoalEntry = z.infer<typeof GoalEntry>;

export const EndedEntry = tolerant({
  ...entry,
  kind: z.literal('ended'),
  journey: z.string(),
  enrolment: z.string(),
  reason: EndReason,
});
export type EndedEntry = z.infer<typeof EndedEntry>;

export const DeliveryEntry = tolerant({
  ...entry,
  kind: z.literal('delivery'),
  /** A machine answered. */
  automatic: z.literal(true).optional(),
  status: Feedback,
  channel: Channel.optional(),
  /** Why, in a word or two of the provider's. */
  cause: z.string().optional(),
  /** Which link was opened. */
  link: z.string().optional(),
  /** What they asked for by it. */
  chose: tolerant({
    kind: z.enum(['topic', 'channel']),
    id: z.string(),
    choice: z.enum(['granted', 'withdrawn']),
  }).optional(),
  enrolment: z.string().optional(),
  step: z.string().optional(),
  /** Of a reply with words while a ticket is open: to which it was handed. `reply` is the key of the event. */
  desk: tolerant({ ticket: z.string(), text: z.string(), reply: z.string() }).optional(),
});
export type DeliveryEntry = z.infer<typeof DeliveryEntry>;

/** What became of a gesture. */
export const GestureEntry = tolerant({
  ...entry,
  kind: z.literal('gesture'),
  /** Its id. */
  gesture: z.string(),
  /** Its kind, as gestures.yaml calls it. */
  of: z.string(),
  state: GestureState,
  /** The person who gave it, or took it back; nobody where a journey did. */
  by: z.string().optional(),
  journey: z.string().optional(),
  enrolment: z.string().optional(),
  step: z.string().optional(),
  /** Of one that the customer chose: the kinds that they chose from. */
  from: z.array(z.string()).optional(),
  /** With `failed`. */
  why: NotGiven.optional(),
  /** What they wrote beside it, for colleagues. */
  note: z.string().optional(),
  /** An event of ours that goes out with it, where no decision of a journey says so. */
  emits: tolerant({ event: z.string(), with: z.record(z.string(), z.unknown()) }).optional(),
  /** What was reserved for it is free again. */
  frees: z.literal(true).optional(),
});
export type GestureEntry = z.infer<typeof GestureEntry>;

/** Two ids are one person's from now on: what comes under `from` goes on under `into`. */
export const MergedEntry = tolerant({
  ...entry,
  kind: z.literal('merged'),
  from: z.string(),
  into: z.string(),
});
export type MergedEntry = z.infer<typeof MergedEntry>;

/** What became of something that a message promised. */
export const PromiseEntry = tolerant({
  ...entry,
  kind: z.literal('promise'),
  status: PromiseStatus,
  /** The id of the decision that made it. */
  promise: z.string(),
  journey: z.string(),
  moment: z.string(),
  madeAt: z.string(),
  due: z.string(),
  /** The event that kept it, and when that happened, where it was taken later. */
  event: z.string().optional(),
  happenedAt: z.string().optional(),
  /** A sentence for the customer. */
  because: z.string(),
});
export type PromiseEntry = z.infer<typeof PromiseEntry>;

/** An event that was refused, or (`stale`, `left-out`, `not-read`, `duplicate`) taken only in part or not at all. */
export const RejectedEntry = tolerant({
  at: entry.at,
  kind: z.literal('rejected'),
  customer: z.string().optional(),
  reason: z.string(),
  /** What was found, where, and what to do. */
  message: z.string(),
  event: z.string().optional(),
  id: z.string().optional(),
});
export type RejectedEntry = z.infer<typeof RejectedEntry>;

export const JournalEntry = z.discriminatedUnion('kind', [
  SignalEntry,
  EnteredEntry,
  NotEnteredEntry,
  DecisionEntry,
  GoalEntry,
  EndedEntry,
  DeliveryEntry,
  TaskEntry,
  NoteEntry,
  MergedEntry,
  PromiseEntry,
  GestureEntry,
  RejectedEntry,
  CorrectedEntry,
  DisputedEntry,
  ChosenEntry,
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
