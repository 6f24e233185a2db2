import * as z from 'zod';

/**
 * An object of the item, as another version may have written it: a field that this one does not know is no error, and is
 * kept. Types speak of what is known.
 */
export const tolerant = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> =>
  z.looseObject(shape) as unknown as z.ZodObject<Shape>;

/** What a schema knows, or else, as another version may have written it, anything that says what it is. */
export const orUnknown = <Schema extends z.ZodType>(schema: Schema, name: string) =>
  z.union([schema, z.looseObject({ [name]: z.string() }) as unknown as Schema]);
