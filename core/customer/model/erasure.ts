import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Millis } from './millis.ts';

/** A commit this young is carried on without a look at whether its customer has been erased since. In milliseconds. */
const FRESH = 30_000;

/** In milliseconds after the mark: what was on its way then has been written by now, and nobody has come back yet. */
export const WRITTEN_BY = MINUTE;

/**
 * In milliseconds after the mark: whoever still saw a timer of the life that is over, and runs for 60 seconds at most, has put
 * its schedule by now, by any clock, and nobody has come back yet.
 */
export const SCHEDULED_BY = 1.5 * MINUTE;

/**
 * In seconds after the mark: whatever was on its way then is done. Relay writes without a look while a commit is fresh
 * and runs for 60 seconds; deliver runs for 30.
 */
export const ERASED_AFTER = 120;

/** Whether a commit comes so late that its customer may have been erased since. */
export const isLate = (at: Millis, now: Millis): boolean => now - at > FRESH;
