import { parseDuration } from '../../language/read/duration.ts';
import { Refused } from './problem.ts';

const YEAR = 366 * 86_400;

/** Milliseconds of an `advance` such as "3 days": more than nothing, at most a year at a time. Throws Refused. */
export const readAdvance = (advance: string): number => {
  const seconds = parseDuration(advance);
  if (seconds !== undefined && seconds > 0 && seconds <= YEAR) return seconds * 1000;
  throw new Refused(
    400,
    `advance is ${JSON.stringify(advance.slice(0, 60))}; it should be a duration such as "3 days", of a year at most.`,
  );
};
