/** Lengths of time in milliseconds, as clocks and timers count; what people write is in seconds (`duration.ts`). */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** Twenty-four hours: a day of a calendar is longer or shorter twice a year. */
export const DAY = 24 * HOUR;
