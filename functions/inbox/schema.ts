import * as z from 'zod';

/** Messages of a page: so many if nothing is said, and at most. */
export const PAGE = { usual: 20, most: 50 } as const;

const customer = z.string().min(1).max(512);

/** What is asked of an inbox. */
export const InboxQuery = z.strictObject({
  customer,
  limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual),
  /** The `next` of the page before. */
  after: z.string().max(600).optional(),
});

/** What the customer did: with which of their messages. */
export const MarkOrder = z.strictObject({ customer, ids: z.array(z.string().min(1).max(300)).min(1).max(PAGE.most) });

/** Where a page ended. */
export const Cursor = z.tuple([z.iso.datetime(), z.string()]);
export type Cursor = z.infer<typeof Cursor>;
