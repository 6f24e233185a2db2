import * as z from 'zod';
import { Instant, Person } from './common.ts';
import { Role } from './roles.ts';
import { route } from './route.ts';

export const Me = z
  .strictObject({
    user: Person,
    roles: z.array(Role),
    /** `local`, or the name of the deployed stage. */
    stage: z.string(),
    isLocal: z.boolean(),
    /** Its customers are real: who erases or sends events there needs to be an admin. */
    isKept: z.boolean(),
    canAdvanceClock: z.boolean(),
    canSendEvents: z.boolean(),
    /** Names of the routes that one may ask, by one's roles. */
    may: z.array(z.string()),
    /** Of the published workflows. */
    version: z.number().int(),
    /** Of the policy: times that are nobody's own are told in it. */
    zone: z.string(),
    now: Instant,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const meRoutes = {
  me: route({ says: 'Who one is here, and what one may do.', answer: Me }),
};
