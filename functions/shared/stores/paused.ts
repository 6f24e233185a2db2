import { MINUTE } from '../../../language/catalogue/milliseconds.ts';

/** The journeys that an operator has paused, as of at most a minute ago. What could not be read is asked again at once. */
export const createPaused = (
  read: () => Promise<string[]>,
  now: () => number,
): (() => Promise<ReadonlySet<string>>) => {
  let latest: { at: number; journeys: Promise<ReadonlySet<string>> } | undefined;
  return () => {
    if (latest && now() < latest.at + MINUTE) return latest.journeys;
    const reading = { at: now(), journeys: read().then((journeys) => new Set(journeys)) };
    latest = reading;
    reading.journeys.catch(() => {
      if (latest === reading) latest = undefined;
    });
    return reading.journeys;
  };
};
