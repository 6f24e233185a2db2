import * as z from 'zod';

/** Literals, or JSONata after `= ` over `event`, `heard` and `customer`. */
export const With = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type With = z.infer<typeof With>;
