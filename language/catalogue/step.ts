import * as z from 'zod';
import { Purpose, Scale } from './kind.ts';
import { Cap, Seconds } from './policy.ts';
import { Trigger } from './trigger.ts';
import { With } from './with.ts';

const message = {
  moment: z.string(),
  /** As compiled: what the decision says when the moment has left the catalogue. */
  purpose: Purpose,
  with: With.optional(),
  unless: z.array(Trigger).optional(),
  /** Facts by which it was chosen who comes here, such as `customer.company`, where customers may not have shared them. */
  chosenBy: z.array(z.string()).optional(),
};

/** What a listening step takes. */
export const Listening = z.strictObject({
  on: z.array(z.string()).min(1),
  where: z.string().optional(),
  /** Only the answer to this enrolment's moment. */
  answers: z.strictObject({ moment: z.string(), asks: z.union([Scale, z.literal('open')]) }).optional(),
});
export type Listening = z.infer<typeof Listening>;

/** A step as run time reads it: what its task does, not where it leads. */
export const RunStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('send'), ...message }),
  z.strictObject({
    kind: z.literal('task'),
    ...message,
    cap: Cap.optional(),
    /** So long it waits for what becomes of the work. */
    within: Seconds.optional(),
  }),
  z.strictObject({
    kind: z.literal('emit'),
    event: z.string(),
    with: With.optional(),
    cap: Cap.optional(),
    /** The event by which another system says that it is done, waited for so long. */
    confirmed: Trigger.extend({ within: Seconds }).optional(),
  }),
  z.strictObject({
    kind: z.literal('give'),
    /** What it makes up for, of what the journey chooses. */
    fits: z.string().optional(),
    /** The moment that asks the customer, who chooses of what it offers within so many seconds. */
    chosen: z.string().optional(),
    within: Seconds.optional(),
    /** What it may cost, in hundredths of the currency. */
    atMost: z.number().int().optional(),
    with: With.optional(),
    cap: Cap.optional(),
    /** What nobody confirmed has a way of its own; else it goes that of what could not be given. */
    unconfirmed: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('wait'), seconds: Seconds }),
  /** JSONata of a date, and an offset in seconds. */
  z.strictObject({ kind: z.literal('wait-until'), until: z.string(), offset: z.number().int() }),
  z.strictObject({ kind: z.literal('listen'), ...Listening.shape, within: Seconds }),
  /** A turn begins `every` after the one before; the loop ends when `until` has happened or after `atMost` turns. */
  z.strictObject({
    kind: z.literal('repeat'),
    every: Seconds,
    until: Trigger.optional(),
    atMost: z.number().int().positive(),
  }),
]);
export type RunStep = z.infer<typeof RunStep>;
export type RunStepOf<Kind extends RunStep['kind']> = Extract<RunStep, { kind: Kind }>;
