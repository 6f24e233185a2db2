import * as z from 'zod';
import { Instant, listOf, Page } from './common.ts';
import { Role } from './roles.ts';
import { route } from './route.ts';

/** One act of somebody, as it stays on record. */
export const AuditLine = z
  .strictObject({
    id: z.string(),
    at: Instant,
    /** `vouched`: who says who they are, a sign-in, IAM, or nobody but themselves. */
    who: z.strictObject({ name: z.string(), vouched: z.enum(['sign-in', 'iam', 'nobody']) }),
    /** What they did it as: a role, or a right of an operator. */
    right: z.string(),
    /** The route's name, such as `pauseJourney`, or an operator's command. */
    act: z.string(),
    /** What it was done to. A customer stands in it by a keyed hash. */
    subject: z.strictObject({ kind: z.string(), id: z.string() }).optional(),
    given: z.unknown().optional(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
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
    /** All that was done to something: `kind=customer&subject=ada`. */
    query: Page.extend({ kind: z.string().max(40).optional(), subject: z.string().max(512).optional() }),
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
