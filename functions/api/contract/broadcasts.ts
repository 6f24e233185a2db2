import * as z from 'zod';
import { Done, Instant } from './common.ts';
import { route } from './route.ts';

const Count = z.number().int().nonnegative();

/** An event about everyone, or an answer for many, and how far all are asked. */
export const BroadcastTold = z
  .strictObject({
    /** A short name of it, by which it is stopped. */
    broadcast: z.string(),
    /** By which its producer knows it. */
    id: z.string(),
    type: z.string(),
    about: z.string().optional(),
    at: Instant,
    since: Instant,
    fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    asked: Count,
    /** Of about so many; missing until the first are asked. */
    of: Count.optional(),
    /** Whom it concerns. */
    told: Count,
    perSecond: z.number().optional(),
    state: z.enum(['under-way', 'stopped', 'over', 'retired']),
    /** When nobody more was asked. */
    over: Instant.optional(),
    /** It answers the work of this entry. */
    crowd: z.string().optional(),
  })
  .meta({ id: 'Broadcast' });
export type BroadcastTold = z.infer<typeof BroadcastTold>;

/** An event about everyone that somebody may send, and what it has to say. */
export const Raisable = z
  .strictObject({
    type: z.string(),
    about: z.string().optional(),
    /** From where it is taken. */
    source: z.string(),
    fields: z.array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['text', 'number', 'boolean', 'date']),
        /** The words that are allowed, where only some are. */
        words: z.array(z.string()).optional(),
        /** What a value should be: "a date". */
        expected: z.string(),
        isNeeded: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Raisable' });
export type Raisable = z.infer<typeof Raisable>;

const params = z.strictObject({ broadcast: z.string().min(1).max(64) });

export const broadcastRoutes = {
  listBroadcasts: route({
    says: 'Events about everyone of the last 90 days, the newest first, and how far each is; and which there are to send.',
    answer: z.strictObject({ items: z.array(BroadcastTold), raisable: z.array(Raisable) }),
  }),
  stopBroadcast: route({
    says: 'Tells nobody more. Nothing is taken back from those who were told.',
    params,
    answer: Done,
  }),
  resumeBroadcast: route({
    says: 'Lets an event about everyone go on from where it was stopped. Nobody is told twice.',
    params,
    answer: Done,
  }),
};
