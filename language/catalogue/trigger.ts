import * as z from 'zod';

/** An event type and, over `heard`, `event` and `customer`, a JSONata condition. */
export const Trigger = z.strictObject({ on: z.string(), where: z.string().optional() });
export type Trigger = z.infer<typeof Trigger>;
