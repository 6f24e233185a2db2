import type { CustomerLocation } from '../../language/catalogue/customer-location.ts';
import type { Field } from '../../language/catalogue/event.ts';
import type { FieldKind } from '../../language/catalogue/field-type.ts';
import { showValue } from './show-value.ts';

/** What nobody sees: also the marks of direction that phones and spreadsheets put around a number. */
const UNSEEN = /[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff]/u;
const BLANK = new RegExp(`^${UNSEEN.source}*$`, 'u');

/** Without what nobody sees around it. By hand: a pattern that ends at the end begins anew at each blank within. */
const bareOf = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && UNSEEN.test(text.charAt(from))) from++;
  while (to > from && UNSEEN.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
};

export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && BLANK.test(value));

/** A value as it is kept; undefined where it does not fit. */
export const keep = async (
  { schema, read }: FieldKind,
  isText: boolean,
  value: unknown,
  place: CustomerLocation,
): Promise<unknown> => {
  const bare = typeof value === 'string' && !isText ? bareOf(value) : value;
  return read ? read(bare, place) : schema.safeParse(bare).data;
};

/** What is there in place of a value and what it should be, as the end of a sentence. */
export const whyUnfit = (value: unknown, { expected, kind }: FieldKind, from: Field['from']): string => {
  if (isMissing(value)) return `is missing; it should be ${expected}`;
  // Whether a number counts seconds or milliseconds cannot be seen from it.
  const unit =
    kind === 'date' && from === undefined && typeof value === 'number'
      ? ', or say by `from` in events.yaml what the number counts'
      : '';
  return `is ${showValue(value)}; it should be ${expected}${unit}`;
};
