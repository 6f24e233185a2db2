import * as z from 'zod';

/** Milliseconds since 1970, UTC. Every time in the item is one. */
export const Millis = z.number();
export type Millis = z.infer<typeof Millis>;
