import * as z from 'zod';
import { Millis } from './millis.ts';
import { tolerant } from './tolerant.ts';

/** Incidents so near to each other that they are one to whoever lives through them. */
export const IncidentSeries = tolerant({
  /** The id of the first. */
  of: z.string(),
  since: Millis,
});
export type IncidentSeries = z.infer<typeof IncidentSeries>;

export const Incident = tolerant({
  openedAt: Millis.optional(),
  closedAt: Millis.optional(),
  /** Of one that continues another. */
  series: IncidentSeries.optional(),
  /** What it told of mood, as sums as of `at`, while nobody has closed it: what closes it softens that. */
  told: tolerant({ s: z.number(), w: z.number(), at: Millis }).optional(),
  /** The event about everyone that opened it, as a short hash. */
  crowd: z.string().optional(),
});
export type Incident = z.infer<typeof Incident>;
