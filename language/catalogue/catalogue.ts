import * as z from 'zod';
import { EventType } from './event.ts';
import { Gestures } from './gesture.ts';
import { Journey } from './journey.ts';
import { Moment } from './moment.ts';
import { Policy } from './policy.ts';

/** All of `workflows/`, compiled: what run time reads. Durations are in seconds. */
export const Catalogue = z.strictObject({
  /** Hash of everything else in it. */
  version: z.string(),
  pace: z.number().positive(),
  policy: Policy,
  events: z.record(z.string(), EventType),
  journeys: z.record(z.string(), Journey),
  moments: z.record(z.string(), Moment),
  /** Where the project gives any. */
  gestures: Gestures.optional(),
  /** Words of customers' pages by language, as far as the project has its own: `known.title`, `fact.firstName`. */
  pages: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});
export type Catalogue = z.infer<typeof Catalogue>;
