import * as z from 'zod';
import { CustomerId, Day, Instant, listOf, Page } from './common.ts';
import { route } from './route.ts';

/** Work that a journey gave to a person. */
export const Task = z
  .strictObject({
    /** Of the decision. */
    id: z.string(),
    at: Instant,
    customer: CustomerId,
    name: z.string().optional(),
    zone: z.string().optional(),
    journey: z.string(),
    title: z.string(),
    step: z.string(),
    moment: z.string(),
    subject: z.string(),
    text: z.string(),
    /** Why a person is asked, in words for colleagues. */
    because: z.string().optional(),
    mood: z.enum(['negative', 'neutral', 'positive']).optional(),
    moodScore: z.number().optional(),
    openIncidents: z.number().int().optional(),
    tenureDays: z.number().optional(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

/** What is due, counted: nobody knows yet what the gate will say then. */
export const UpcomingDay = z
  .strictObject({
    day: Day,
    total: z.number().int(),
    items: z.array(
      z.strictObject({
        journey: z.string(),
        title: z.string(),
        step: z.string(),
        doing: z.enum(['waiting', 'held', 'listening']),
        /** What the step goes on to if all is clear, or holds: moments of messages and work. */
        moments: z.array(z.string()),
        people: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'UpcomingDay' });
export type UpcomingDay = z.infer<typeof UpcomingDay>;

export const workRoutes = {
  listTasks: route({
    says: 'Work that was given to people, the newest first.',
    query: Page.extend({ days: z.coerce.number().int().min(1).max(90).default(14) }),
    answer: listOf(Task),
  }),
  upcoming: route({
    says: 'What is due on each of the next days.',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(60).default(14) }),
    answer: z.strictObject({ zone: z.string(), items: z.array(UpcomingDay) }),
  }),
};
