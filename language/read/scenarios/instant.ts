import { Temporal } from 'temporal-polyfill';

/** A local date or time, such as `2026-03-02T09:00`, as a UTC instant; undefined when it is none. */
export const localInstant = (text: string, zone: string): string | undefined => {
  try {
    const { epochMilliseconds } = Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
    return new Date(epochMilliseconds).toISOString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** A date as written: an instant with its offset, else local. */
export const anyInstant = (text: string, zone: string): string | undefined =>
  /T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
    ? new Date(text).toISOString()
    : localInstant(text, zone);
