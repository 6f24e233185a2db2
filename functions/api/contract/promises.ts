import * as z from 'zod';
import { Day } from './common.ts';
import { route } from './route.ts';

const Count = z.number().int().nonnegative();

/** What became of what a moment promised. */
export const PromisesOfMoment = z
  .strictObject({
    moment: z.string(),
    title: z.string(),
    made: Count,
    /** Of which the team was told before they broke. */
    dueSoon: Count,
    kept: Count,
    broken: Count,
    /** Of those that broke. */
    keptLate: Count,
    /** Followed no longer: one customer had more at once than can be followed. */
    released: Count,
  })
  .meta({ id: 'PromisesOfMoment' });
export type PromisesOfMoment = z.infer<typeof PromisesOfMoment>;

export const promiseRoutes = {
  listPromises: route({
    says: 'What copy promised in the last days, by moment, and how often that was kept, broken, and kept late.',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(400).default(30) }),
    answer: z.strictObject({ from: Day, to: Day, items: z.array(PromisesOfMoment) }),
  }),
};
