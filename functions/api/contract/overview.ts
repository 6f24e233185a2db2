import * as z from 'zod';
import { Day, Instant } from './common.ts';
import { Figures, Resting } from './figures.ts';
import { route } from './route.ts';

/** Something that somebody has to look at. */
const Alarm = z.strictObject({
  kind: z.enum(['workflows-broken', 'rejects', 'channel', 'journey-paused', 'alarm']),
  /** What was found, and what to do. */
  says: z.string(),
  count: z.number().int().optional(),
  /** Of a paused one. */
  journey: z.string().optional(),
});

const JourneyLine = z.strictObject({
  journey: z.string(),
  title: z.string(),
  isPaused: z.boolean(),
  running: z.number().int(),
  resting: Resting,
  today: Figures,
  week: Figures,
});

export const Overview = z
  .strictObject({
    now: Instant,
    zone: z.string(),
    /** Days by UTC: today, and the first of the seven that end with it. */
    day: Day,
    weekFrom: Day,
    /** Where that is known: a stage does not count its customers. */
    customers: z.number().int().optional(),
    running: z.number().int(),
    /** Work given to people in the last seven days. */
    tasks: z.number().int(),
    resting: Resting,
    today: Figures,
    week: Figures,
    journeys: z.array(JourneyLine),
    /** Events that were not taken in the last 14 days, by reason, also of those that were put back since. */
    rejected: z.record(z.string(), z.number().int()),
    alarms: z.array(Alarm),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const overviewRoutes = {
  overview: route({
    says: 'What became of everybody today and this week, who rests where, and what wants to be looked at.',
    answer: Overview,
  }),
};
