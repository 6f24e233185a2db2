import * as z from 'zod';
import { tolerant } from './tolerant.ts';

/** What has become of work for a person. `declined` and `expired` was left undone; somebody may still say that they did it after all. */
export const WorkState = z.enum(['open', 'taken', 'done', 'declined', 'expired']);
export type WorkState = z.infer<typeof WorkState>;

/** Work that a person was given about this customer, by the id of the decision that gave it. Times are milliseconds. */
export const Work = tolerant({
  /** The moment that says what to do. */
  moment: z.string(),
  journey: z.string(),
  at: z.number(),
  due: z.number(),
  state: WorkState,
  /** Since when it is taken, or over; or is open again, since somebody gave it back. */
  since: z.number().optional(),
  /** Who took it, or who said what became of it. */
  by: z.string().optional(),
  /** Who said last that they took it while another had it, and when: theirs it is if that one had given it back by then. */
  next: tolerant({ by: z.string().optional(), at: z.number() }).optional(),
  /** What came of it, or why it was declined, in a few words. */
  said: z.string().optional(),
  /** Of what happened to the customer, 0 to 1, where the event that began the journey says so. */
  severity: z.number().optional(),
  /** When it is due, the earlier the more it is needed: lists are in this order, at whatever time one looks. */
  rank: z.number(),
  /** Whose work it is, where its moment says so. */
  team: z.string().optional(),
  /** The id under which it was given, where its customer goes by another now. */
  customer: z.string().optional(),
  /** Given because of an event about everyone, and of nothing that the customer said: a short hash of what that is known by. */
  crowd: z.string().optional(),
  /** Over by what was said of many at once. */
  many: z.literal(true).optional(),
});
export type Work = z.infer<typeof Work>;
