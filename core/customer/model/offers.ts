import * as z from 'zod';
import { RefusedKind } from './refused-kind.ts';
import { tolerant } from './tolerant.ts';

/** What a message of an enrolment offered last, and what the customer chose of it. Times are milliseconds. */
export const Offers = tolerant({
  /** The decision by which it was offered, as a short id. */
  to: z.string(),
  moment: z.string(),
  /** In the order of their buttons. */
  kinds: z.array(z.string()),
  /** The visit at which the choice is waited for, and until when. */
  visit: z.number().optional(),
  until: z.number().optional(),
  /** What they chose last, by which event, and when. */
  chose: z.string().optional(),
  by: z.string().optional(),
  at: z.number().optional(),
  /** What they chose and could not be given. */
  refused: z.array(RefusedKind).optional(),
});
export type Offers = z.infer<typeof Offers>;
