import * as z from 'zod';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

/** Running sums of mood (docs/gate.md): S and W as of `at`. `negativeUntil` is when mood last stops, or stopped, being negative. */
export const Mood = tolerant({
  s: z.number(),
  w: z.number(),
  at: Millis,
  quietUntil: Millis,
  negativeUntil: Millis,
  /** When the newest strong sign happened, and the newest of what lifted the score to `positive`. */
  strongAt: Millis.optional(),
  liftedAt: Millis.optional(),
});
export type Mood = z.infer<typeof Mood>;
