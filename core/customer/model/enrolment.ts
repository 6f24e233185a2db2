import * as z from 'zod';
import { SENDABLE } from '../../../language/catalogue/channel.ts';
import { Purpose } from '../../../language/catalogue/kind.ts';
import { BareReason, EndReason } from '../../../language/catalogue/reason.ts';
import { StepAnswer } from '../../../language/catalogue/task.ts';
import { Millis } from './millis.ts';
import { Offers } from './offers.ts';
import { tolerant } from './tolerant.ts';

/** The right of one attempt to send, alone, until its lease is over. */
export const Reservation = tolerant({
  attempt: z.string(),
  at: Millis,
  until: Millis,
  channel: z.enum(SENDABLE),
});
export type Reservation = z.infer<typeof Reservation>;

/** Where an enrolment goes as soon as nothing is reserved any more: to an exit's last words, or out. */
export const Leaving = tolerant({
  to: z.string(),
  reason: EndReason,
});
export type Leaving = z.infer<typeof Leaving>;

export const Enrolment = tolerant({
  journey: z.string(),
  per: z.string().optional(),
  /** The entering event's own time, for re-entry and for what happened since. */
  startedAt: Millis,
  /** Of the commit that entered it. */
  enteredAt: Millis,
  control: z.boolean(),
  arms: z.record(z.string(), z.string()),
  eventId: z.string(),
  /** Entering fields in use. */
  event: z.record(z.string(), z.unknown()),
  /** What a listening step took last, or the event it exits by. */
  heard: z.record(z.string(), z.unknown()),
  /** Ids of the occurrences that its steps, or its exit, took, as long as they are kept. */
  took: z.array(z.string()),
  /** By a short hash of each trigger of an `unless` that was met by an event which is not kept any more: when that happened. */
  overtaken: z.record(z.string(), Millis).optional(),
  /** The step in hand, and the number of this visit: it grows with every step and never repeats. */
  at: z.string(),
  visit: z.number(),
  /** What the step in hand came to: whoever asks again is told the same. */
  answer: StepAnswer.optional(),
  /** Since when the step is in hand; patience counts from it. */
  since: Millis,
  /** When there is something to do, and the number of the timer that says so: each setting of `due` has a new one. */
  due: Millis,
  timer: z.number(),
  /** The moment in hand: the step's own, or what took its place. */
  message: tolerant({ moment: z.string(), purpose: Purpose }).optional(),
  /** It took the place of the step's own: what the step comes to send by then does not matter any more. */
  replaced: z.literal(true).optional(),
  held: tolerant({ reason: BareReason, since: Millis }).optional(),
  /** Reason to when a hold for it was journalled last. */
  noted: z.record(z.string(), Millis).optional(),
  reserved: Reservation.optional(),
  /** How many reservations of this step ran out. */
  lapses: z.number().optional(),
  /** By which channel the last of those may have gone out, and when at the latest: it counts for caps until the step is decided. */
  lapsed: tolerant({ channel: z.enum(SENDABLE), at: Millis }).optional(),
  /** How often its channel did not take it, and until when that is left alone. */
  busy: tolerant({
    times: z.number(),
    until: Millis,
    /** For a fault of ours. */
    down: z.literal(true).optional(),
    /** Milliseconds that it waited for a busy channel in all, and for one that was down. */
    lost: z.number().optional(),
    lostDown: z.number().optional(),
    /** When its turn is in a channel that is paced. */
    turn: Millis.optional(),
  }).optional(),
  /** The step in hand has sent its event, and waits for the one that confirms it. */
  emitted: z.literal(true).optional(),
  /** The step in hand has given this work, or found it given, and waits for what becomes of it. */
  awaits: z.string().optional(),
  /** The gesture that the step in hand has chosen. */
  giving: z.string().optional(),
  /** The kind of gesture that was given last: copy may speak of it. */
  gave: z.string().optional(),
  /** What one of its messages offered, for the customer to choose from. */
  offers: Offers.optional(),
  /** Of loops: turns begun, when the last one began, and the occurrences among `took` that were taken since the first. */
  turns: z
    .record(z.string(), tolerant({ count: z.number(), since: Millis, took: z.array(z.string()).optional() }))
    .optional(),
  /** The step with which the last words of an exit began. */
  words: z.string().optional(),
  /** It leaves as soon as the step in hand, which may have gone out, is settled. It mutes nobody. */
  leave: Leaving.optional(),
  goalAt: Millis.optional(),
  /** The event about everyone that entered it, as a short hash, until the customer says something of their own. */
  crowd: z.string().optional(),
});
export type Enrolment = z.infer<typeof Enrolment>;
