import * as z from 'zod';
import { Purpose } from './kind.ts';
import { Seconds } from './policy.ts';
import { RunStep } from './step.ts';
import { StepAnswer } from './task.ts';
import { Trigger } from './trigger.ts';

export const Journey = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.string().optional(),
  purpose: Purpose,
  enter: z.strictObject({
    on: z.array(z.string()).min(1),
    when: z.string().optional(),
    again: z.union([z.enum(['never', 'always']), Seconds]),
    /** JSONata over `event`: one enrolment per value. */
    per: z.string().optional(),
  }),
  /** `words` is there when the exit has last words: the step at which they begin. */
  exits: z.array(Trigger.extend({ words: z.string().optional() })),
  goal: Trigger.extend({ within: Seconds.optional(), exit: z.boolean() }).optional(),
  /** Percent. */
  holdout: z.number().min(0).max(100),
  mutes: z.partialRecord(Purpose, Seconds),
  splits: z.array(
    z.strictObject({ step: z.string(), arms: z.array(z.strictObject({ name: z.string(), share: z.number() })) }),
  ),
  /** Entering fields that the item keeps: conditions, `where`, `with`, `per` and the copy of its moments read them. */
  fields: z.array(z.string()),
  /** Entering fields, and facts of the customer, that the machine's own conditions read. */
  inputNames: z.strictObject({ event: z.array(z.string()), customer: z.array(z.string()) }),
  /** Every step at which somebody can stand, by its id. */
  steps: z.record(z.string(), RunStep),
  /**
   * Of a step, or a beginning, the state to which the machine goes after an answer, or after any `otherwise`: a step, Finish, or a
   * condition, which only the machine asks. Not in a catalogue of before.
   */
  ways: z.record(z.string(), z.partialRecord(z.union([StepAnswer, z.literal('otherwise')]), z.string())).optional(),
  /** An id that a step had before to the one it has now. */
  renamed: z.record(z.string(), z.string()),
  /** Dates that the path waits for: JSONata over `event` and `customer`, and an offset in seconds. */
  until: z.array(z.strictObject({ date: z.string(), offset: z.number().int() })),
});
export type Journey = z.infer<typeof Journey>;
