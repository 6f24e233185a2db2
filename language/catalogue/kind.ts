import * as z from 'zod';

// By themselves, since functions check these at run time, and nothing else of a policy.

export const Purpose = z.enum(['transactional', 'care', 'relationship', 'promotional']);
export type Purpose = z.infer<typeof Purpose>;

export const Scale = z.enum(['nps', 'csat', 'ces', 'trust']);
export type Scale = z.infer<typeof Scale>;
