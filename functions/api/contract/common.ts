import * as z from 'zod';

/** ISO 8601, UTC. */
export const Instant = z.iso.datetime();

/** A day by UTC, such as 2026-03-01. */
export const Day = z.iso.date();

const ID = 200;

/** Of a customer, as producers write it: as long as intake takes it. */
export const CustomerId = z.string().min(1).max(512);

/** A name that workflows give: of a journey, a step, a moment. */
export const Name = z.string().min(1).max(ID);

/** A page of a list: what comes after a cursor that an answer gave as `next`. */
export const Page = z.strictObject({
  after: z
    .string()
    .min(1, 'it is empty: leave it out for the first page, else give the `next` of an answer')
    .max(1000)
    .optional(),
  count: z.coerce.number().int().min(1).max(200).optional(),
});
export type Page = z.infer<typeof Page>;

/** A page of a list; without `next` it is the last. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() });

/** What became of an event that was sent. */
export const ReceivedEvent = z
  .strictObject({
    id: z.string().optional(),
    /** `accepted`: a stage has it in its queue, and says later what became of it. `failed`: not taken for a fault of ours. */
    status: z.enum(['accepted', 'applied', 'stale', 'duplicate', 'skipped', 'rejected', 'failed']),
    customer: z.string().optional(),
    /** Of an event about everyone: what that is known by. */
    broadcast: z.string().optional(),
    message: z.string().optional(),
    /** Fields that did not fit: the rest was taken. */
    leftOut: z.strictObject({ event: z.string(), fields: z.array(z.string()) }).optional(),
  })
  .meta({ id: 'ReceivedEvent' });
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

/** RFC 9457. `detail` says what was found, where, and what to do. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    /** Of 403: one of these is needed. */
    roles: z.array(z.string()).optional(),
    /** Of 400: where in the request. */
    errors: z.array(z.strictObject({ at: z.string(), message: z.string() })).optional(),
    /** Of events that could not all be kept: what became of each. */
    entries: z.array(ReceivedEvent).optional(),
    /** Of 412: who changed it, when, and how it stands now. */
    changedBy: z.string().optional(),
    changedAt: Instant.optional(),
    etag: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** Who did something: a person's id with the stage's sign-in, and how they are shown. */
export const Person = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

/** What was done, in a sentence. */
export const Done = z.strictObject({ says: z.string() });
