import * as z from 'zod';
import { Instant, listOf, Page, Person } from './common.ts';
import { Role } from './roles.ts';
import { route } from './route.ts';

/** One act of somebody, as it stays on record. */
export const AuditLine = z
  .strictObject({
    id: z.string(),
    at: Instant,
    who: Person,
    roles: z.array(z.string()),
    /** The route's name, such as `pauseJourney`. */
    act: z.string(),
    /** What it was done to, such as a journey or a file; of a customer a keyed hash or the id, as the stage keeps it. */
    what: z.string(),
    /** How it was and is, as far as it can be told in few words. */
    before: z.string().optional(),
    after: z.string().optional(),
    /** Refused, or it failed. */
    outcome: z.enum(['done', 'refused', 'failed']),
  })
  .meta({ id: 'AuditLine' });
export type AuditLine = z.infer<typeof AuditLine>;

export const Settings = z
  .strictObject({
    stage: z.string(),
    isLocal: z.boolean(),
    isKept: z.boolean(),
    version: z.number().int(),
    catalogue: z.strictObject({
      version: z.string(),
      pace: z.number(),
      journeys: z.number().int(),
      moments: z.number().int(),
      events: z.number().int(),
    }),
    zone: z.string(),
    country: z.string().optional(),
    /** Where the draft's files are: a folder, or the stage's bucket. */
    draft: z.string(),
    /** Publishing needs somebody else to agree. */
    needsSecondPair: z.boolean(),
    /** Sites that may show an agent's page in a frame. */
    frameOrigins: z.array(z.string()),
    channels: z.array(z.strictObject({ channel: z.string(), title: z.string(), sends: z.boolean(), says: z.string() })),
    roles: z.array(z.strictObject({ role: Role, says: z.string(), may: z.array(z.string()) })),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

export const stageRoutes = {
  listAudit: route({
    says: 'Who did what, the newest first.',
    query: Page.extend({ who: z.string().max(200).optional(), act: z.string().max(100).optional() }),
    answer: listOf(AuditLine),
  }),
  settings: route({
    says: 'How this stage is set.',
    answer: Settings,
  }),
  advanceClock: route({
    says: 'Moves the time of a local world ahead, for good.',
    body: z.strictObject({ advance: z.string().max(40) }),
    answer: z.strictObject({ now: Instant }),
  }),
};
