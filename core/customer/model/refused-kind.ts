import * as z from 'zod';
import { NotGiven } from '../../../language/catalogue/gesture.ts';
import { tolerant } from './tolerant.ts';

/** A kind of gesture that cannot be given, why, and what else would keep it back if that did not. */
export const RefusedKind = tolerant({
  kind: z.string(),
  why: NotGiven,
  also: z.array(NotGiven).optional(),
});
export type RefusedKind = z.infer<typeof RefusedKind>;

/** A kind with all that speaks against it; undefined where nothing does. */
export const refusedKind = (kind: string, [why, ...also]: readonly NotGiven[]): RefusedKind | undefined =>
  why && { kind, why, ...(also.length > 0 ? { also } : {}) };
