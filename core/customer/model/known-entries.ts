import * as z from 'zod';
import { Provenance } from '../../../language/catalogue/event.ts';
import { Frequency } from '../../../language/catalogue/known.ts';
import { tolerant } from './tolerant.ts';

const entry = {
  /** ISO 8601, UTC. */
  at: z.string(),
  customer: z.string(),
};

/** A customer corrected or removed what we knew; what it was and is now is not told again. */
export const CorrectedEntry = tolerant({
  ...entry,
  kind: z.literal('corrected'),
  attribute: z.string(),
  change: z.enum(['changed', 'removed']),
  /** Where what was known had come from; missing where nothing was. */
  was: Provenance.optional(),
});
export type CorrectedEntry = z.infer<typeof CorrectedEntry>;

/** A customer says that they were understood wrong. Words are not kept. */
export const DisputedEntry = tolerant({
  ...entry,
  kind: z.literal('disputed'),
  /** Of what was understood: its event, when that happened, and what it had been taken for, -1 to 1. */
  event: z.string(),
  happenedAt: z.string(),
  value: z.number(),
});
export type DisputedEntry = z.infer<typeof DisputedEntry>;

/** A customer chose how often to hear from us, or when not. */
export const ChosenEntry = tolerant({
  ...entry,
  kind: z.literal('chosen'),
  frequency: Frequency.optional(),
  /** Without a beginning and an end the usual hours count again. */
  hours: tolerant({ from: z.string().optional(), to: z.string().optional() }).optional(),
});
export type ChosenEntry = z.infer<typeof ChosenEntry>;
