import * as z from 'zod';
import { Frequency } from '../../../language/catalogue/known.ts';
import { Evidence } from './journal.ts';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

/** How often they want to hear from us, and since when. */
export const ChosenFrequency = tolerant({ choice: Frequency, at: Millis });
export type ChosenFrequency = z.infer<typeof ChosenFrequency>;

/** Quiet hours of their own, `21:00` to `08:00` where they are; without them the policy's count again. */
export const ChosenHours = tolerant({ from: z.string().optional(), to: z.string().optional(), at: Millis });
export type ChosenHours = z.infer<typeof ChosenHours>;

/** Evidence with all it takes to hear it again. Items of before have less of it. */
export const KeptEvidence = tolerant({
  ...Evidence.shape,
  /** By which its customer disputes it. */
  id: z.string().optional(),
  /** With which it was heard, and by itself where that is more. */
  weight: z.number().optional(),
  fullWeight: z.number().optional(),
  /** When it was heard. */
  heardAt: Millis.optional(),
  /** How many were heard before it in the same millisecond, where any were. */
  turn: z.number().optional(),
  /** What it opened, such as `ticket:t1`, or what was closed and softened by it. */
  opens: z.string().optional(),
  closes: z.string().optional(),
});
export type KeptEvidence = z.infer<typeof KeptEvidence>;
