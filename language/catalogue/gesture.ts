import * as z from 'zod';
import { Giver } from './giver.ts';
import { Seconds } from './policy.ts';
import { With } from './with.ts';

/** Why a gesture was not given, or failed. */
export const NotGiven = z.enum([
  'unknown',
  'not-by',
  'account-closed',
  'unfit',
  'too-dear',
  'lately',
  'cap',
  'customer-budget',
  'agent-budget',
  'stage-budget',
  'left',
  'lost',
  'refused',
  'unconfirmed',
  'changed',
  'unchosen',
  'person',
]);
export type NotGiven = z.infer<typeof NotGiven>;

/** The most of what a kind, or all of them together, may cost, in hundredths of the currency, or how often it may be given. */
export const Limit = z.strictObject({ of: z.enum(['cost', 'times']), most: z.number().int().nonnegative() });
export type Limit = z.infer<typeof Limit>;

/** Of an agent in a month, of a customer in a quarter, of all together in a month: by the calendar of the policy's zone. */
export const Limits = z.strictObject({
  agent: Limit.optional(),
  customer: Limit.optional(),
  stage: Limit.optional(),
});
export type Limits = z.infer<typeof Limits>;
export type Scope = keyof Limits;

/** What it is worth to whoever gets it: hundredths of the currency, points, days of what they pay for. */
export const Worth = z.strictObject({ in: z.enum(['money', 'points', 'days']), amount: z.number().int().positive() });
export type Worth = z.infer<typeof Worth>;

/** One kind of gesture. */
export const Gesture = z.strictObject({
  /** As customers read it, by language; `default` is the one without. */
  title: z.record(z.string(), z.string()),
  /** For whoever gives it. */
  about: z.string().optional(),
  worth: Worth.optional(),
  /** To the company, in hundredths of the currency. */
  cost: z.number().int().nonnegative(),
  by: z.array(Giver).min(1),
  /** What it makes up for, such as `service-failure`. */
  fits: z.array(z.string()),
  /** JSONata over `customer`: whom it fits. */
  when: z.string().optional(),
  /** The event that asks another system for it. */
  emit: z.string(),
  with: With.optional(),
  /** What that system says once it is done; `reads` are the fields of the gesture that `where` compares with. */
  confirmed: z
    .strictObject({ on: z.string(), where: z.string().optional(), within: Seconds, reads: z.array(z.string()) })
    .optional(),
  /** What it says where it does not do it. */
  refused: z.strictObject({ on: z.string(), where: z.string().optional() }).optional(),
  /** The event that takes it back. */
  reverse: z.string().optional(),
  /** So long the same person is not given it again; in seconds. */
  again: Seconds,
  limits: Limits,
});
export type Gesture = z.infer<typeof Gesture>;

/** workflows/gestures.yaml as run time reads it. The order of the kinds is that in which they are chosen. */
export const Gestures = z.strictObject({
  currency: z.string(),
  limits: Limits,
  kinds: z.record(z.string(), Gesture),
});
export type Gestures = z.infer<typeof Gestures>;
