import * as z from 'zod';
import { Purpose } from '../../../language/catalogue/kind.ts';
import { CustomerId, Instant } from './common.ts';
import { route } from './route.ts';

const InboxShown = z
  .strictObject({
    id: z.string(),
    at: Instant,
    until: Instant.optional(),
    journey: z.string(),
    moment: z.string(),
    purpose: Purpose,
    topic: z.string().optional(),
    title: z.string(),
    text: z.string(),
    html: z.string(),
    asks: z
      .object({
        question: z.string(),
        choices: z.array(z.object({ label: z.string(), means: z.string().optional(), url: z.string() })),
      })
      .optional(),
    readAt: Instant.optional(),
  })
  .meta({ id: 'InboxMessage' });

export const InboxNow = z
  .strictObject({
    /** Whether a product shows it: else nothing goes there. */
    isOpen: z.boolean(),
    unread: z.number().int(),
    /** Newest first, fifty at most: neither gone nor put away. */
    messages: z.array(InboxShown),
  })
  .meta({ id: 'InboxNow' });
export type InboxNow = z.infer<typeof InboxNow>;

export const inboxRoutes = {
  readInbox: route({
    says: 'What is in a customer’s inbox, as their product gets it. Looking at it reads nothing for them.',
    params: z.strictObject({ customer: CustomerId }),
    answer: InboxNow,
  }),
};
