import { parseDuration } from '../../language/read/duration.ts';

/** An advance of the clock that cannot be made. */
export class AdvanceInvalid extends Error {
  override name = 'AdvanceInvalid';
}

const YEAR = 366 * 86_400;

/** Milliseconds of an `advance` such as "3 days": more than nothing, at most a year at a time. Throws AdvanceInvalid. */
export const readAdvance = (advance: unknown): number => {
  const seconds = typeof advance === 'string' ? parseDuration(advance.slice(0, 40)) : undefined;
  if (seconds !== undefined && seconds > 0 && seconds <= YEAR) return seconds * 1000;
  // A list may hold lists without end.
  const isPart = typeof advance === 'object' && advance !== null;
  const shown = isPart ? 'a list or an object' : (JSON.stringify(advance)?.slice(0, 60) ?? 'missing');
  throw new AdvanceInvalid(`advance is ${shown}; it should be a duration such as "3 days", of a year at most.`);
};
