import * as z from 'zod';
import { PRIORITIES } from '../../../core/customer/model/priority.ts';
import { Done, Instant, listOf, Page } from './common.ts';
import { route } from './route.ts';
import { Task } from './work.ts';

const Count = z.number().int().nonnegative();

/** How many have what was given them open, taken, or over. */
const counts = { open: Count, taken: Count, done: Count, declined: Count, expired: Count };

/** The same work of a crowd: one moment, given to many. */
export const CrowdWork = z.strictObject({ moment: z.string(), title: z.string(), ...counts }).meta({ id: 'CrowdWork' });
export type CrowdWork = z.infer<typeof CrowdWork>;

/** Something that was said of all that was open. */
export const CrowdAnswer = z
  .strictObject({
    moment: z.string(),
    said: z.enum(['done', 'declined']),
    text: z.string().optional(),
    by: z.string(),
    at: Instant,
    /** So many were told, of about so many. */
    told: Count,
    about: Count.optional(),
    state: z.enum(['under-way', 'stopped', 'over']),
  })
  .meta({ id: 'CrowdAnswer' });
export type CrowdAnswer = z.infer<typeof CrowdAnswer>;

/** What an event about everyone gave people to do: one matter of many customers. */
export const Crowd = z
  .strictObject({
    crowd: z.string(),
    /** What it is about, in a few words. */
    title: z.string(),
    /** The event; missing where it came longer ago than such events are kept. */
    event: z.string().optional(),
    at: Instant.optional(),
    fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    /** So many customers it concerns. */
    customers: Count.optional(),
    /** Of whoever needs it most of those that are open. */
    due: Instant.optional(),
    priority: z.enum(PRIORITIES).optional(),
    neededBy: Instant.optional(),
    ...counts,
    /** What is open of most customers stands first. */
    work: z.array(CrowdWork),
    /** The newest first. */
    answers: z.array(CrowdAnswer),
  })
  .meta({ id: 'Crowd' });
export type Crowd = z.infer<typeof Crowd>;

const params = z.strictObject({ crowd: z.string().min(1).max(64) });
const moment = z.string().min(1).max(200);

export const crowdRoutes = {
  listCrowds: route({
    says: 'Work that one event about everyone gave for many customers, such as an outage: an entry for each, who needs it most first.',
    answer: z.strictObject({ items: z.array(Crowd) }),
  }),
  readCrowd: route({
    says: 'An entry for many customers: what it is about, and how many have their work open, taken, done, declined or expired.',
    params,
    answer: Crowd,
  }),
  crowdTasks: route({
    says: 'The tasks of an entry for many customers, who needs it most first; what is over, the newest first, as far as it is still known.',
    params,
    query: Page.extend({ moment, list: z.enum(['open', 'taken', 'over']).default('open') }),
    answer: listOf(Task),
  }),
  answerCrowd: route({
    says: 'Says the same of every task of an entry that is open, at a set pace: each customer’s journey hears an event of its own. What somebody has taken stays theirs.',
    params,
    body: z.strictObject({
      moment,
      said: z.enum(['done', 'declined']),
      /** What came of it, or why it is declined. */
      text: z.string().trim().min(1).max(100),
      note: z.string().trim().min(1).max(500).optional(),
    }),
    status: 202,
    answer: Done,
  }),
};
