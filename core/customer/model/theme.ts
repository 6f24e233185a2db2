import * as z from 'zod';
import { tolerant } from './tolerant.ts';

/** What somebody asked for, or spoke of, the last time. */
export const AskedFor = tolerant({
  /** Milliseconds: when they said it. */
  at: z.number(),
  /** Event type, such as `feedback.received`. */
  event: z.string(),
  /** What they said, short. */
  quote: z.string().optional(),
  /** A colleague noted it; else it was read in their words. */
  noted: z.literal(true).optional(),
});
export type AskedFor = z.infer<typeof AskedFor>;

/** By theme. */
export const AskedThemes = z.record(z.string(), AskedFor);
export type AskedThemes = z.infer<typeof AskedThemes>;
