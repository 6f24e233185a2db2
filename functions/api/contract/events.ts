import * as z from 'zod';
import { PLACES } from '../../operate/redrive/places.ts';
import { Instant, listOf, Page, ReceivedEvent } from './common.ts';
import { route } from './route.ts';

/** `rejects`: refused, with the reason. `intake`, `inbound` (mails that came in) and `stream`: not taken for a fault of ours. */
export const RejectPlace = z.enum(PLACES);
export type RejectPlace = z.infer<typeof RejectPlace>;

export const Reject = z
  .strictObject({
    place: RejectPlace,
    at: Instant.optional(),
    reason: z.string(),
    /** What was found, where, and what to do. */
    message: z.string().optional(),
    /** Its type. */
    event: z.string().optional(),
    id: z.string().optional(),
    customer: z.string().optional(),
    /** How many of this kind there are, where they are not listed one by one. */
    count: z.number().int().optional(),
  })
  .meta({ id: 'Reject' });
export type Reject = z.infer<typeof Reject>;

const Redriven = z
  .strictObject({
    place: RejectPlace,
    /** Put back to be taken again. */
    putBack: z.number().int(),
    discarded: z.number().int(),
    /** Of those put back, refused again: counted at once only locally. */
    refusedAgain: z.number().int().optional(),
    /** More may be left: ask again. */
    isMore: z.boolean(),
    says: z.string(),
  })
  .meta({ id: 'Redriven' });
export type Redriven = z.infer<typeof Redriven>;

export const eventRoutes = {
  sendEvents: route({
    says: 'Takes events: one EventBridge envelope, a list of them, `{"Entries": […]}` as PutEvents has it, or NDJSON.',
    body: z.unknown(),
    takesText: true,
    answer: z.strictObject({ entries: z.array(ReceivedEvent) }),
  }),
  listRejects: route({
    says: 'Events that were not taken, the newest first, and how many for which reason.',
    query: Page.extend({ place: RejectPlace.default('rejects'), reason: z.string().max(100).optional() }),
    answer: listOf(Reject).extend({ byReason: z.record(z.string(), z.number().int()) }),
  }),
  redriveRejects: route({
    says: 'Puts back what was not taken, once its cause is mended, or discards it.',
    body: z.strictObject({
      place: RejectPlace.default('rejects'),
      /** Only those of this reason. */
      reason: z.string().max(100).optional(),
      discard: z.boolean().default(false),
    }),
    answer: Redriven,
  }),
};
