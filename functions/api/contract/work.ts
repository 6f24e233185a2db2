import * as z from 'zod';
import { PRIORITIES } from '../../../core/customer/model/priority.ts';
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
    /** What has become of it. */
    state: z.enum(['open', 'taken', 'done', 'declined', 'expired']),
    /** Since when it is taken, or over, and by whom. */
    since: Instant.optional(),
    by: z.string().optional(),
    isMine: z.boolean(),
    /** What came of it, or why it was declined. */
    said: z.string().optional(),
    due: Instant,
    priority: z.enum(PRIORITIES),
    /** Lists are in the order of this: when it is due, the earlier the more it is needed. */
    neededBy: Instant,
    /** It is one of many, which have an entry of their own. */
    crowd: z.string().optional(),
    team: z.string().optional(),
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
        /** What people call them, in the same order. */
        momentTitles: z.array(z.string()),
        /** What the step does, in a few words; missing of one that the journey has no more. */
        stepTitle: z.string().optional(),
        people: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'UpcomingDay' });
export type UpcomingDay = z.infer<typeof UpcomingDay>;

/** Which task a colleague says something of. The stage takes it in moments; the answer is the task as it will be then. */
const which = { customer: CustomerId, task: z.string().min(1).max(200) };
const some = (most: number) => z.string().trim().min(1).max(most);

export const workRoutes = {
  listTasks: route({
    says: 'Work that people have, who needs it most first: that nobody has taken yet, that you have, that anybody has, or what is over since 30 days, the newest first.',
    query: Page.extend({
      list: z.enum(['open', 'mine', 'taken', 'over']).default('open'),
      team: z.string().max(50).optional(),
    }),
    answer: listOf(Task),
  }),
  customerTasks: route({
    says: 'Work about a customer: what is open, who needs it most first, and what was over last.',
    params: z.strictObject({ customer: CustomerId }),
    answer: z.strictObject({ items: z.array(Task) }),
  }),
  takeTask: route({
    says: 'Takes a task. Whoever comes second is told who has it.',
    body: z.strictObject(which),
    answer: Task,
  }),
  returnTask: route({
    says: 'Gives a task back that somebody has taken.',
    body: z.strictObject(which),
    answer: Task,
  }),
  doneTask: route({
    says: 'Says that a task is done, and what came of it.',
    body: z.strictObject({ ...which, outcome: some(100).optional(), note: some(500).optional() }),
    answer: Task,
  }),
  declineTask: route({
    says: 'Says that a task will not be done, and why.',
    body: z.strictObject({ ...which, reason: some(100) }),
    answer: Task,
  }),
  noteTask: route({
    says: 'Notes something about a customer, beside a task.',
    body: z.strictObject({ ...which, text: some(500) }),
    answer: Task,
  }),
  upcoming: route({
    says: 'What is due on each of the next days.',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(60).default(14) }),
    answer: z.strictObject({ zone: z.string(), items: z.array(UpcomingDay) }),
  }),
};
