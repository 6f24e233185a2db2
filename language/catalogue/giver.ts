import * as z from 'zod';

/** Who may give a gesture: journeys by themselves, or as their customer chooses, agents and admins in the console. */
export const Giver = z.enum(['journeys', 'agents', 'admins']);
export type Giver = z.infer<typeof Giver>;

/** What somebody chooses who would rather hear from a person than be given something. No kind is called so. */
export const PERSON = 'person';

/** So many kinds somebody chooses from at the most; of fewer than two there is no choice. */
export const OFFERED = { least: 2, most: 4 };
