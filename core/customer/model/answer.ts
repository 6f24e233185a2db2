import * as z from 'zod';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

/** The last answer on a scale. What makes it one that can be changed is kept where it names the decision that asked. */
export const Answer = tolerant({
  score: z.number(),
  at: Millis,
  /** The decision that asked, as a short id. */
  to: z.string().optional(),
  /** The event of the first answer to it, and when that happened. */
  first: tolerant({ id: z.string(), at: Millis }).optional(),
  /** All that it told of mood, as one sign of its time, and the quiet before it. */
  told: tolerant({ value: z.number(), weight: z.number() }).optional(),
  before: tolerant({ quietUntil: Millis, strongAt: Millis.optional(), liftedAt: Millis.optional() }).optional(),
});
export type Answer = z.infer<typeof Answer>;
