import * as z from 'zod';

const Count = z.number().int().nonnegative();
/** A code to how often. */
const ByCode = z.record(z.string(), Count);

/** What became of everybody: in a journey, or at one of its steps, in a span of days. */
export const Figures = z
  .strictObject({
    entered: Count,
    /** Of those, in the control group. */
    control: Count,
    /** Messages to customers that went out. */
    sent: Count,
    /** Holds that began, and of those by reason. */
    held: Count,
    heldFor: ByCode,
    /** Not sent, and of those by reason. */
    suppressed: Count,
    suppressedFor: ByCode,
    /** Work given to people. */
    toPerson: Count,
    /** Events of ours, such as points. */
    gestures: Count,
    /** Not sent to the control group. */
    withheld: Count,
    failed: Count,
    /** Links of emails that were opened, each once for a message: by people, or by machines that do not say so. */
    clicked: Count,
    /** Listening steps that heard what they listen for, and those that did not. */
    heard: Count,
    silent: Count,
    goals: Count,
    ended: Count,
  })
  .meta({ id: 'Figures' });
export type Figures = z.infer<typeof Figures>;

/** Who rests where now, by what they do there. */
export const Resting = z
  .strictObject({
    waiting: Count,
    held: Count,
    /** Of those, by reason. */
    heldFor: ByCode,
    listening: Count,
  })
  .meta({ id: 'Resting' });
export type Resting = z.infer<typeof Resting>;
