import * as z from 'zod';
import { MachineState, TaskAnswer } from '../../language/catalogue/task.ts';

/** An effect as it comes off its queue. */
export const Effect = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    journey: z.string(),
    execution: z.string(),
    // One that says no time was queued by functions before these, and counts as late.
    at: z.number().default(0),
    input: MachineState,
  }),
  z.object({ type: z.literal('resume'), enrolment: z.string(), step: z.string(), answer: TaskAnswer.optional() }),
  z.object({ type: z.literal('stop'), journey: z.string(), execution: z.string() }),
  z.object({ type: z.literal('erase'), customer: z.string(), at: z.number() }),
]);
