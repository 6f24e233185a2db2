import * as z from 'zod';
import { Channel } from './channel.ts';
import { Purpose, Scale } from './kind.ts';
import { Cap, Reaction, Seconds, Window } from './policy.ts';
import { Promised } from './promise.ts';
import { Question } from './question.ts';

/** What one locale says. Liquid; bodies are Markdown. */
export const Copy = z.strictObject({
  because: z.string(),
  subject: z.string().optional(),
  /** For every channel without a section of its own. */
  /** What an inbox shows beside the subject; the first words of the text where it is left out. */
  preheader: z.string().optional(),
  body: z.string(),
  /** Channel to its own text, from `## sms` and the like. */
  sections: z.partialRecord(Channel, z.string()),
  /** Of a moment with `taps`. */
  asks: Question.optional(),
});
export type Copy = z.infer<typeof Copy>;

export const Moment = z.strictObject({
  id: z.string(),
  title: z.string().optional(),
  about: z.string().optional(),
  purpose: Purpose.optional(),
  topic: z.string().optional(),
  channels: z.array(Channel).min(1),
  whenNegative: Reaction.optional(),
  whenIncident: Reaction.optional(),
  patience: Seconds.optional(),
  cap: Cap.optional(),
  /** Of work: whose it is. */
  team: z.string().optional(),
  /** Of work: what its customer gets where the team cannot reach it in time, or `later`. */
  instead: z.string().optional(),
  window: Window.optional(),
  quietHours: z.enum(['ignore', 'hold']).optional(),
  asks: z.union([Scale, z.literal('open')]).optional(),
  /** Kinds of gestures of which the customer chooses one, in their order: with `taps`, and instead of `asks`. */
  gestures: z.array(z.string()).optional(),
  /** It is answered in one tap: by a point of its scale, by one of the words of its copy where it asks for none, or by a gesture. */
  taps: z.literal(true).optional(),
  /** What it says will happen. */
  promises: Promised.optional(),
  /** Attributes that the copy of any locale prints or tests. */
  attributes: z.array(z.string()),
  /** Names that its copy prints as they are, such as `event.url`: addresses, and what steps say themselves. */
  whole: z.array(z.string()).optional(),
  /** Attribute to the reason why copy may use it though it is inferred or from a third party. */
  uses: z.record(z.string(), z.string()),
  /** Why transactional copy, or care, may say what such copy mostly may not: an offer, urgency, a win-back. */
  excused: z.string().optional(),
  /** `default` is the file without a locale in its name; others by language tag, lower case. */
  copy: z.record(z.string(), Copy),
});
export type Moment = z.infer<typeof Moment>;
