import * as z from 'zod';
import { Channel } from '../../../language/catalogue/channel.ts';
import { Purpose } from '../../../language/catalogue/kind.ts';
import { Outcome } from '../../../language/catalogue/outcome.ts';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

/** A message that went out, or may have, as long as caps, the gap or an answer to it need it. */
export const Decision = tolerant({
  enrolment: z.string(),
  journey: z.string(),
  step: z.string(),
  visit: z.number(),
  moment: z.string(),
  purpose: Purpose,
  outcome: Outcome.exclude(['held', 'replaced']),
  at: Millis,
  channel: Channel.optional(),
});
export type Decision = z.infer<typeof Decision>;
