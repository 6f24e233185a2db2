import * as z from 'zod';
import { tolerant } from './tolerant.ts';

const entry = {
  /** ISO 8601, UTC. */
  at: z.string(),
  customer: z.string(),
};

/** What became of work for a person, by the id of the decision that gave it. */
export const TaskEntry = tolerant({
  ...entry,
  kind: z.literal('task'),
  task: z.string(),
  moment: z.string(),
  journey: z.string(),
  /** `alone`: it was one of many, and somebody looks after this customer by themselves from now on. */
  status: z.enum(['taken', 'returned', 'alone', 'done', 'declined', 'expired']),
  /** Who says so. */
  by: z.string().optional(),
  /** Of what is done: what came of it, and more about it. */
  outcome: z.string().optional(),
  note: z.string().optional(),
  /** Of what is declined. */
  reason: z.string().optional(),
  /** It was declined, or had expired, and was done after all. */
  late: z.literal(true).optional(),
  /** Of work that is one of many: what all of it comes of. */
  crowd: z.string().optional(),
  /** Of what has expired: its team could not reach it, and did not wait until it was due. */
  unreached: z.literal(true).optional(),
  /** It was said of many at once. */
  many: z.literal(true).optional(),
  /** Of what is alone: when it was given, to whom by the id of then where that is another, and by when it is due. */
  given: z.string().optional(),
  of: z.string().optional(),
  due: z.string().optional(),
});
export type TaskEntry = z.infer<typeof TaskEntry>;

/** Whether work is over with what an entry says of it. */
export const isOfEnd = ({ status }: Pick<TaskEntry, 'status'>): boolean =>
  status === 'done' || status === 'declined' || status === 'expired';

/** What a colleague noted about the customer. */
export const NoteEntry = tolerant({
  ...entry,
  kind: z.literal('note'),
  text: z.string(),
  by: z.string().optional(),
  task: z.string().optional(),
});
export type NoteEntry = z.infer<typeof NoteEntry>;
