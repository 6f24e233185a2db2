import * as z from 'zod';
import { REPLYABLE } from './channel.ts';
import { Purpose } from './kind.ts';
import { PanelPolicy } from './panel.ts';

/** Whole seconds. Every duration in a catalogue is in seconds, already divided by `pace`. */
export const Seconds = z.number().int().nonnegative();

/** What a moment does while mood is negative or an incident is open. */
export const Reaction = z.union([
  z.enum(['send', 'hold', 'skip']),
  z.strictObject({ instead: z.string() }),
  z.strictObject({ person: z.string() }),
]);
export type Reaction = z.infer<typeof Reaction>;

/** At most `count` in any `seconds`. */
export const Cap = z.strictObject({ count: z.number().int().positive(), seconds: Seconds });
export type Cap = z.infer<typeof Cap>;

/** "HH:MM" on a 24 hour clock in the customer's zone. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const Day = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Day = z.infer<typeof Day>;

export const Window = z.strictObject({ from: TimeOfDay, to: TimeOfDay, days: z.array(Day).optional() });
export type Window = z.infer<typeof Window>;

export const PurposePolicy = z.strictObject({
  whenIncident: Reaction,
  whenNegative: Reaction,
  quietHours: z.enum(['ignore', 'hold']),
  patience: Seconds,
  cap: Cap.optional(),
  ifUnsure: z.enum(['resend', 'drop']),
  optIn: z.boolean().optional(),
});
export type PurposePolicy = z.infer<typeof PurposePolicy>;

export const MoodPolicy = z.strictObject({
  halfLife: Seconds,
  prior: z.number().positive(),
  negative: z.number().negative(),
  positive: z.number().positive(),
  strong: z.number().negative(),
  quietAfter: Seconds,
});
export type MoodPolicy = z.infer<typeof MoodPolicy>;

export const IncidentPolicy = z.strictObject({
  /** After so long one that nobody closes counts as open no longer. */
  lasts: Seconds,
  /** One that opens so soon after another of the kind was closed continues it. */
  merge: Seconds.optional(),
});
export type IncidentPolicy = z.infer<typeof IncidentPolicy>;

/** What a customer gets at most beside messages of the other purposes, over all journeys. */
export const Caps = z.strictObject({
  /** Messages of care. */
  care: Cap.optional(),
  /** The same work for a person. */
  tasks: Cap.optional(),
  /** The same event of ours. */
  emits: Cap.optional(),
  /** All events of ours that are gestures together. */
  gestures: Cap.optional(),
});
export type Caps = z.infer<typeof Caps>;

/** That the company's product shows customers what is in their inbox. */
export const InboxPolicy = z.strictObject({
  /** So long a message stays there. */
  keeps: Seconds,
});
export type InboxPolicy = z.infer<typeof InboxPolicy>;

/** A team of colleagues, and how much work it can do. */
export const Team = z.strictObject({
  /** So many pieces of work a day; without it nobody counts. */
  calls: z.number().int().positive().optional(),
  /** When it works, by the policy's zone; on its working days where none are said. */
  hours: Window.optional(),
});
export type Team = z.infer<typeof Team>;

export const Policy = z.strictObject({
  zone: z.string(),
  /** By its two letters: of customers of whom none is known. */
  country: z.string().optional(),
  mood: MoodPolicy,
  purposes: z.record(Purpose, PurposePolicy),
  /** Absent when a pace is set: the time of day means nothing then. */
  quietHours: z.strictObject({ from: TimeOfDay, to: TimeOfDay, spread: Seconds }).optional(),
  gap: Seconds,
  /** On which days the company works, by `zone`; Monday to Friday where it is left out. */
  workingDays: z.array(Day).min(1).optional(),
  /** Dates on which it does not. */
  holidays: z.array(z.iso.date()).optional(),
  /** How long after a sensitive event only care goes out; 90 days where it is left out. */
  sensitive: z.strictObject({ lasts: Seconds }).optional(),
  /** Language to words that transactional copy and care do not say, and to words that promise something. */
  copy: z
    .strictObject({
      notInCare: z.record(z.string(), z.array(z.string())).optional(),
      promises: z.record(z.string(), z.array(z.string())).optional(),
    })
    .optional(),
  /** Theme to the words and phrases by which feedback is known to speak of it. */
  themes: z.record(z.string(), z.array(z.string())).optional(),
  /** By the kind of incident; `others` is for kinds that are not there. */
  incidents: z.record(z.string(), IncidentPolicy).optional(),
  /** By language: how much a text that is read in it counts beside its weight; 0 for one that is not to be read. */
  languages: z.record(z.string(), z.number()).optional(),
  caps: Caps.optional(),
  /** Without it the inbox is no way to reach anybody. */
  inbox: InboxPolicy.optional(),
  /** By the name that moments give them. */
  teams: z.record(z.string(), Team).optional(),
  /** Of work whose step does not say by when: 3 days where it is left out. */
  tasks: z.strictObject({ due: Seconds }).optional(),
  /** Channels on which answers come in: copy may ask for one there, and nowhere else. */
  replies: z.array(z.enum(REPLYABLE)).optional(),
  /** A question that some are asked each week. */
  ask: PanelPolicy.optional(),
  /** What is counted of what customers do with an email: nothing unless it is said. */
  measure: z.literal('clicks').optional(),
  /** Topic id to the name customers read. */
  topics: z.record(z.string(), z.string()),
});
export type Policy = z.infer<typeof Policy>;
