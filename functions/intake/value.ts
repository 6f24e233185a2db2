import type { FieldKind } from '../../language/catalogue/field-type.ts';
import type { Place } from '../../language/catalogue/place.ts';

/** Nothing that anybody sees. */
const BLANK = /^[\s\u200b-\u200d\u2060\ufeff]*$/;
const AROUND = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g;

export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && BLANK.test(value));

/** A value as it is kept; undefined where it does not fit. */
export const keep = async (
  { schema, read }: FieldKind,
  isText: boolean,
  value: unknown,
  place: Place,
): Promise<unknown> => {
  const bare = typeof value === 'string' && !isText ? value.replace(AROUND, '') : value;
  return read ? read(bare, place) : schema.safeParse(bare).data;
};
