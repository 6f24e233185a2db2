import * as z from 'zod';
import { tolerant } from './tolerant.ts';

/** `timer` is a number: only the last one counts. */
const timer = { enrolment: z.string(), timer: z.number().int(), due: z.number() };

/** An enrolment has something to do at `due`. `at` is when the timer should come: a little later, so that any clock agrees. */
export const TimerEffect = tolerant({ type: z.literal('timer'), ...timer, at: z.number() });
export type TimerEffect = z.infer<typeof TimerEffect>;

/** A timer that lies ahead and will not be needed: of somebody who is erased it must not lie there for months. */
export const CancelEffect = tolerant({ type: z.literal('cancel'), ...timer });
export type CancelEffect = z.infer<typeof CancelEffect>;

/** What follows from a commit. Times are milliseconds since 1970. */
export const Effect = z.discriminatedUnion('type', [TimerEffect, CancelEffect]);
export type Effect = z.infer<typeof Effect>;
