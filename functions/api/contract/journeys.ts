import * as z from 'zod';
import { Purpose } from '../../../language/catalogue/kind.ts';
import { CustomerId, Day, Instant, listOf, Name, Page } from './common.ts';
import { Figures, Resting } from './figures.ts';
import { route } from './route.ts';

export const JourneySummary = z
  .strictObject({
    journey: Name,
    title: z.string(),
    about: z.string().optional(),
    purpose: Purpose,
    /** Events that enter. */
    on: z.array(z.string()),
    isPaused: z.boolean(),
    running: z.number().int(),
    resting: Resting,
    /** The last seven days. */
    week: Figures,
    steps: z.number().int(),
    /** Its file in workflows/. */
    file: z.string(),
  })
  .meta({ id: 'JourneySummary' });
export type JourneySummary = z.infer<typeof JourneySummary>;

/** A way that leads on from a step, as it is written. */
const Branch = z.strictObject({
  /** What stands on its arrow. */
  label: z.string(),
  /** Its own steps, in the order of writing. */
  steps: z.array(z.string()),
  /** They come back to the step. */
  isLoop: z.boolean(),
});

export const JourneyStep = z
  .strictObject({
    id: Name,
    /** As the journey language names it, such as send or wait. */
    kind: z.string(),
    /** In a few words, such as `wait 3 days`. */
    title: z.string(),
    moment: z.string().optional(),
    momentTitle: z.string().optional(),
    /** Events that it listens for or sends. */
    events: z.array(z.string()),
    /** 0 is the journey itself, 1 a branch of one of its steps, and so on. */
    depth: z.number().int(),
    branches: z.array(Branch),
    /** Somebody can stand there. */
    canRest: z.boolean(),
    resting: Resting,
    /** In the days asked for. */
    figures: Figures,
    /** Of a split or holdout: the same by arm. */
    arms: z.record(z.string(), Figures).optional(),
  })
  .meta({ id: 'JourneyStep' });
export type JourneyStep = z.infer<typeof JourneyStep>;

export const JourneyGraph = z
  .strictObject({
    ...JourneySummary.shape,
    version: z.number().int(),
    from: Day,
    to: Day,
    enter: z.strictObject({
      on: z.array(z.string()),
      when: z.string().optional(),
      /** `never`, `always`, or seconds. */
      again: z.union([z.enum(['never', 'always']), z.number()]),
      per: z.string().optional(),
    }),
    goal: z
      .strictObject({ on: z.string(), where: z.string().optional(), within: z.number().optional(), exit: z.boolean() })
      .optional(),
    holdout: z.number(),
    /** Purpose to seconds. */
    mutes: z.record(z.string(), z.number()),
    /** Every step in the order of the YAML, those of exits last. */
    steps: z.array(JourneyStep),
    /** The steps of the path itself, without those of branches. */
    path: z.array(z.string()),
    exits: z.array(z.strictObject({ on: z.string(), where: z.string().optional(), path: z.array(z.string()) })),
    /** Arrows of the picture. `start` and `end` stand for where the journey begins and is over; `exit:0` for its first exit. */
    edges: z.array(z.strictObject({ from: z.string(), to: z.string(), label: z.string().optional() })),
    figures: Figures,
    /** By the arm of the holdout. */
    arms: z.record(z.string(), Figures),
  })
  .meta({ id: 'JourneyGraph' });
export type JourneyGraph = z.infer<typeof JourneyGraph>;

export const PersonAtStep = z
  .strictObject({
    customer: CustomerId,
    name: z.string().optional(),
    enrolment: z.string(),
    doing: z.enum(['waiting', 'held', 'listening']),
    /** Of a hold. */
    reason: z.string().optional(),
    because: z.string().optional(),
    since: Instant,
    due: Instant,
    /** Theirs. */
    zone: z.string().optional(),
    arms: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'PersonAtStep' });
export type PersonAtStep = z.infer<typeof PersonAtStep>;

const Paused = z.strictObject({ journey: Name, isPaused: z.boolean(), says: z.string() });
const OneJourney = z.strictObject({ journey: Name });
const OneStep = z.strictObject({ journey: Name, step: Name });

export const journeyRoutes = {
  listJourneys: route({
    says: 'All published journeys, with who is in them.',
    answer: listOf(JourneySummary),
  }),
  readJourney: route({
    says: 'A journey as a graph, with live numbers on each step.',
    params: OneJourney,
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(7) }),
    answer: JourneyGraph,
  }),
  peopleAtStep: route({
    says: 'Who rests at a step, the next due first: those who are not held, then by what they are held for.',
    params: OneStep,
    /** Of those held for a reason, as `resting.heldFor` names it; empty for those who are not held. */
    query: Page.extend({ reason: z.string().max(200).optional() }),
    answer: listOf(PersonAtStep),
  }),
  pauseJourney: route({
    says: 'Holds what a journey would send; everybody keeps their place.',
    params: OneJourney,
    answer: Paused,
  }),
  resumeJourney: route({
    says: 'Lets a paused journey go on.',
    params: OneJourney,
    answer: Paused,
  }),
};
