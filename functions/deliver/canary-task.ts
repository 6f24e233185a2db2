import * as z from 'zod';

/** What the clock asks deliver for, beside what machines do. */
const CanaryTask = z.strictObject({ task: z.literal('canary') });
export const isCanary = (payload: unknown): boolean => CanaryTask.safeParse(payload).success;
