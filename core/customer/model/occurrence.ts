import * as z from 'zod';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

/** Something that happened and that a listening step may take. */
export const Occurrence = tolerant({
  id: z.string(),
  at: Millis,
  fields: z.record(z.string(), z.unknown()),
});
export type Occurrence = z.infer<typeof Occurrence>;
