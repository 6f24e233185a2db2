import * as z from 'zod';

/** Grows with each change of a message that functions of before must know of. */
export const FORMAT = 1;

/** A message of a later release stays on its queue until a function is there that knows it. */
const format = z.int().min(1).max(FORMAT);

const timer = { customer: z.string(), enrolment: z.string(), timer: z.number().int(), due: z.number() };

/** An enrolment has something to do at `due`, in milliseconds: start a run, if this is still its timer by then. */
export const Timer = z.object({
  type: z.literal('timer'),
  format,
  ...timer,
  /** How often it was sent again. */
  again: z.number().int().default(0),
  /** From a sweep: not sent again. */
  once: z.boolean().optional(),
});
export type Timer = z.infer<typeof Timer>;

/** A timer that comes further ahead than the queue can hold it back: at `at`, in milliseconds. */
export const Schedule = z.object({
  type: z.literal('schedule'),
  format,
  at: z.number(),
  timer: Timer,
});
export type Schedule = z.infer<typeof Schedule>;

/** Remove what is left of a customer whose item was emptied and marked at this time. */
export const Erase = z.object({ type: z.literal('erase'), format, customer: z.string(), at: z.number() });
export type Erase = z.infer<typeof Erase>;

/** Looks for whom no timer will come any more, from this place in the table on. */
export const Sweep = z.object({ type: z.literal('sweep'), format, after: z.string().optional() });
export type Sweep = z.infer<typeof Sweep>;

/** What the effects function is asked, as it comes off its queues. */
export const EffectMessage = z.discriminatedUnion('type', [Timer, Schedule, Erase, Sweep]);
export type EffectMessage = z.infer<typeof EffectMessage>;
