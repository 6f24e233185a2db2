import * as z from 'zod';

/** Built in: what a colleague says of work that they were given, or of a customer. */
export const WorkWord = z.enum(['taken', 'returned', 'done', 'declined', 'note']);
export type WorkWord = z.infer<typeof WorkWord>;
