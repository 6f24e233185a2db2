import * as z from 'zod';
import { Seconds } from './policy.ts';
import { Trigger } from './trigger.ts';

/** Whole working days, as the policy's calendar has them. */
export const WorkingDays = z.strictObject({ workingDays: z.number().int().positive() });

/** What a message promises: something happens within a time. */
export const Promised = z.strictObject({
  within: z.union([Seconds, WorkingDays]),
  /** The events by any of which it is kept; `where` reads one as `heard`, and the entering fields as `event`. */
  kept: z.array(Trigger).min(1),
  /** Entering fields that `where` reads: the compiler's to fill. */
  fields: z.array(z.string()),
});
export type Promised = z.infer<typeof Promised>;
