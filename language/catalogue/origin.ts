import * as z from 'zod';

/** The `source` of an envelope: this one, or any that begins so. */
export const SourceMatch = z.union([z.string(), z.strictObject({ prefix: z.string() })]);
export type SourceMatch = z.infer<typeof SourceMatch>;

/** A shape of another system's in which an event comes. Expressions are JSONata on the envelope. */
export const Origin = z.strictObject({
  source: SourceMatch,
  detailType: z.string(),
  /** Only envelopes, or elements, of which this is true. */
  where: z.string().optional(),
  /** An array: each element is an event, and expressions read it as `element`. */
  each: z.string().optional(),
  /** Our field to where it is. */
  fields: z.record(z.string(), z.string()),
});
export type Origin = z.infer<typeof Origin>;

export const isOfSource = (match: SourceMatch, source: string): boolean =>
  typeof match === 'string' ? match === source : source.startsWith(match.prefix);

/** Whether an envelope may be of both. */
export const mayBeBoth = (a: SourceMatch, b: SourceMatch): boolean => {
  if (typeof a === 'string') return isOfSource(b, a);
  return typeof b === 'string' ? isOfSource(a, b) : isOfSource(a, b.prefix) || isOfSource(b, a.prefix);
};

/** A source as people write it: `aws.partner/shop`, or `aws.partner/shop…`. */
export const sourceWords = (match: SourceMatch): string => (typeof match === 'string' ? match : `${match.prefix}…`);
