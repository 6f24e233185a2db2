import * as z from 'zod';

/**
 * An object of the item, as another version may have written it: a field that this one does not know is no error, and is
 * kept. Types speak of what is known.
 */
export const tolerant = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> =>
  z.looseObject(shape) as unknown as z.ZodObject<Shape>;
