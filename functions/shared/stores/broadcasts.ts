import * as z from 'zod';

export const FORMAT = 1;

/** An answer to the work of a crowd that is open, and how far it is. */
export const Answering = z.object({
  crowd: z.string(),
  moment: z.string(),
  /** So many a second are told. */
  perSecond: z.number().positive(),
  /** Its list is gone through several times; how many were told in this round. */
  round: z.number().int().nonnegative(),
  found: z.number().int().nonnegative(),
});
export type Answering = z.infer<typeof Answering>;

/** An event about everyone, and how far all are asked whether it is about them; or an answer for many. */
export const Broadcast = z.object({
  format: z.literal(FORMAT),
  /** What a repeat of the event is known by. */
  id: z.string(),
  type: z.string(),
  /** When it happened: ISO 8601, UTC. */
  at: z.string(),
  /** As a condition reads them, and as they came. */
  fields: z.record(z.string(), z.unknown()),
  detail: z.record(z.string(), z.unknown()),
  /** In milliseconds: whoever is known by then is asked. */
  startedAt: z.number(),
  /** Grows by one with each page of customers. */
  step: z.number().int().nonnegative(),
  /** The last who was asked. */
  after: z.string().optional(),
  asked: z.number(),
  told: z.number(),
  /** About how many there were at the start; missing until the first are asked. */
  about: z.number().optional(),
  /** Everybody is asked, or nobody is any more, as events.yaml has no such event. In milliseconds. */
  over: z.object({ at: z.number(), why: z.enum(['asked', 'retired']) }).optional(),
  /** Somebody stopped it. In milliseconds. */
  stopped: z.number().optional(),
  /** It is an answer: `asked` are those in the list, and `after` is a place in it. */
  answers: Answering.optional(),
});
export type Broadcast = z.infer<typeof Broadcast>;

/** Port: events about everyone, for 90 days. */
export interface Broadcasts {
  /** Keeps it, unless it is kept already. Answers what is kept now. */
  begin(broadcast: Broadcast): Promise<Broadcast>;
  /** Read strongly consistent. */
  load(id: string): Promise<Broadcast | undefined>;
  /** Keeps how far it is where it still stands at this step; answers whether it did. Whether it is stopped stays as it is. */
  advance(from: number, to: Broadcast): Promise<boolean>;
  /** The newest first. */
  list(count: number): Promise<Broadcast[]>;
  /** Stops it, or lets it go on; undefined where there is none. */
  stop(id: string, stopped: number | undefined): Promise<Broadcast | undefined>;
}
