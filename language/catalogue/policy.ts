import * as z from 'zod';
import { Purpose } from './kind.ts';

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

export const Policy = z.strictObject({
  zone: z.string(),
  /** By its two letters: of customers of whom none is known. */
  country: z.string().optional(),
  mood: MoodPolicy,
  purposes: z.record(Purpose, PurposePolicy),
  /** Absent when a pace is set: the time of day means nothing then. */
  quietHours: z.strictObject({ from: TimeOfDay, to: TimeOfDay, spread: Seconds }).optional(),
  gap: Seconds,
  /** Topic id to the name customers read. */
  topics: z.record(z.string(), z.string()),
});
export type Policy = z.infer<typeof Policy>;
