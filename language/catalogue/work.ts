import * as z from 'zod';

/** Built in: what a colleague says of work that they were given, or of a customer. */
export const WorkWord = z.enum(['taken', 'returned', 'done', 'declined', 'note', 'unreached']);
export type WorkWord = z.infer<typeof WorkWord>;

/** What a colleague says of it; that a team cannot reach it, the clock does. */
export type ColleagueWord = Exclude<WorkWord, 'unreached'>;
