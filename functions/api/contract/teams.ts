import * as z from 'zod';
import { Instant } from './common.ts';
import { route } from './route.ts';

const Count = z.number().int().nonnegative();

/** What a team of colleagues has done today. */
export const TeamDay = z
  .strictObject({
    team: z.string(),
    /** So much it can do in a day; missing where policy.yaml says no number. */
    calls: Count.optional(),
    done: Count,
    /** A colleague has it in hand. */
    taken: Count,
    /** There was more than was read: at least so many. */
    isAtLeast: z.literal(true).optional(),
  })
  .meta({ id: 'TeamDay' });
export type TeamDay = z.infer<typeof TeamDay>;

export const teamRoutes = {
  listTeams: route({
    says: 'Teams of colleagues, and how much of what they can do in a day they have done today, by the zone of policy.yaml.',
    answer: z.strictObject({ since: Instant, items: z.array(TeamDay) }),
  }),
};
