import * as z from 'zod';
import { orUnknown, tolerant } from './tolerant.ts';

/**
 * An enrolment has something to do at `due`. `timer` is a number: only the last one counts. `at` is when the timer should
 * come: a little later, so that any clock agrees.
 */
export const TimerEffect = tolerant({
  type: z.literal('timer'),
  enrolment: z.string(),
  timer: z.number().int(),
  due: z.number(),
  at: z.number(),
});
export type TimerEffect = z.infer<typeof TimerEffect>;

/** What follows from a commit. Times are milliseconds since 1970. What another version asks for is kept, and nobody does it. */
export const Effect = orUnknown(TimerEffect, 'type');
export type Effect = z.infer<typeof Effect>;
