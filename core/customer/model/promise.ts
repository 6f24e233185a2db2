import * as z from 'zod';
import { tolerant } from './tolerant.ts';

/**
 * What a message said will happen, from when it went out until it is kept; a broken one as long as it may be kept late. Times
 * are milliseconds.
 */
export const MadePromise = tolerant({
  journey: z.string(),
  moment: z.string(),
  made: z.number(),
  due: z.number(),
  /** The types of event by which it is kept. */
  on: z.array(z.string()),
  /** Entering fields that tell which event of those types. */
  event: z.record(z.string(), z.unknown()).optional(),
  /** When there is something to do about it: the team is told first, then it breaks. Of a broken one nothing is. */
  next: z.number().optional(),
  /** The number of the timer that says so: each setting of `next` has a new one. */
  timer: z.number(),
});
export type MadePromise = z.infer<typeof MadePromise>;

/** By the id of the decision that made it. */
export const MadePromises = z.record(z.string(), MadePromise);
export type MadePromises = z.infer<typeof MadePromises>;

/** What becomes of a promise. `released`: the item had no room for it, and it is followed no longer. */
export const PromiseStatus = z.enum(['made', 'due-soon', 'kept', 'broken', 'kept-late', 'released']);
export type PromiseStatus = z.infer<typeof PromiseStatus>;
