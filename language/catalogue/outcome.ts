import * as z from 'zod';

/** What a decision about a moment or an emitted event comes to; `held` and `replaced` are interim, all others final. */
export const Outcome = z.enum([
  'sent',
  'held',
  'replaced',
  'suppressed',
  'escalated',
  'control',
  'failed',
  'unknown',
  'ended',
]);
export type Outcome = z.infer<typeof Outcome>;
