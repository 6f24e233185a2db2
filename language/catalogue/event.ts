import * as z from 'zod';
import { EpochUnit } from './epoch-field.ts';
import { Everyone } from './everyone.ts';
import { FieldType } from './field-type.ts';
import { Governs } from './known.ts';
import { Origin } from './origin.ts';
import { WorkWord } from './work.ts';

/** Where a fact comes from: copy may use the first two. */
export const Provenance = z.enum(['stated', 'observed', 'inferred', 'third-party']);
export type Provenance = z.infer<typeof Provenance>;

export const Field = z.strictObject({
  type: FieldType,
  optional: z.boolean(),
  provenance: Provenance,
  /** It tells of bereavement, hardship or illness. */
  sensitive: z.literal(true).optional(),
  /** Of a date that comes as a number: what it counts. */
  from: EpochUnit.optional(),
});
export type Field = z.infer<typeof Field>;

/** Evidence of mood; each value but `weight` is JSONata over the event's fields. */
export const Signal = z.union([
  z.strictObject({ score: z.string(), scale: z.string(), weight: z.number().positive() }),
  z.strictObject({ text: z.string(), weight: z.number().positive() }),
  z.strictObject({ value: z.number().min(-1).max(1), weight: z.number().positive() }),
]);
export type Signal = z.infer<typeof Signal>;

/** What became of a message. `rejected` was never sent; `soft-bounced` came back, and the next one may not; of a `delayed` one we will hear more. The last three are what the customer did with it. */
export const Feedback = z.enum([
  'delivered',
  'delayed',
  'soft-bounced',
  'bounced',
  'rejected',
  'complained',
  'replied',
  'opted-out',
  'read',
  'dismissed',
  'clicked',
]);
export type Feedback = z.infer<typeof Feedback>;

const Incident = z.strictObject({ kind: z.string(), incident: z.string() });

/** One event type. Strings named "JSONata" are evaluated over the detail's fields (and `at`, the event's time). */
export const EventType = z.strictObject({
  about: z.string().optional(),
  /** The customer did it: it ends silence. */
  byCustomer: z.boolean(),
  /** Emitted by journeys; it carries customerId by itself. */
  ours: z.boolean(),
  /** Of ours: it gives the customer something. */
  gesture: z.boolean().optional(),
  /** JSONata: the event's own key, when a producer's retry has a new envelope id. */
  id: z.string().optional(),
  /** JSONata on the detail: whose event it is. */
  customer: z.string(),
  /** It is about no one customer: all are asked whether it is about them. */
  everyone: Everyone.optional(),
  /** Only envelopes with one of these as their `source` are taken. */
  sources: z.array(z.string()).optional(),
  fields: z.record(z.string(), Field),
  /** Attribute to JSONata. */
  sets: z.record(z.string(), z.string()),
  signals: z.array(Signal),
  opens: Incident.optional(),
  closes: Incident.optional(),
  consent: z
    .strictObject({
      topic: z.string().optional(),
      channel: z.string().optional(),
      /** What of theirs may be counted. */
      measure: z.string().optional(),
      choice: z.string(),
    })
    .optional(),
  /** Built in: what a provider or the customer told us about a message. */
  feedback: Feedback.optional(),
  /** Built in: what a colleague says of work, or of the customer. */
  work: WorkWord.optional(),
  /** Built in: JSONata on the detail, until when the customer wants silence. */
  pauses: z.string().optional(),
  /** Built in: what of themselves the customer decides by it. */
  governs: Governs.optional(),
  /** Built in: JSONata on the detail, the id under which its customer goes on. */
  merges: z.string().optional(),
  /** Built in: a person gives a gesture, or takes one back; a customer chooses one. */
  byHand: z.enum(['gives', 'takes-back', 'chooses']).optional(),
  /** It tells of bereavement, hardship or illness: for a while only care follows. */
  sensitive: z.literal(true).optional(),
  /** JSONata: the theme that it is about. It says to whoever asked for that what they said, and when, as `said` and `saidAt`. */
  theme: z.string().optional(),
  farewell: z.boolean(),
  returns: z.boolean(),
  /** Shapes of other systems in which it comes. */
  from: z.array(Origin).optional(),
  /** JSONata on the envelope: an array, each element of which is an event. Without an origin the element is its detail. */
  each: z.string().optional(),
  /** Fields that a condition, a `with` or copy reads after the event itself is gone, kept with its occurrence. */
  kept: z.array(z.string()),
  /** Some journey listens to it, exits on it, reaches its goal by it or checks `unless` on it. */
  awaited: z.boolean(),
});
export type EventType = z.infer<typeof EventType>;
