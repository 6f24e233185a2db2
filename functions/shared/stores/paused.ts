const MINUTE = 60_000;

/** The journeys that an operator has paused, as of at most a minute ago. What could not be read is asked again at once. */
export const createPaused = (
  read: () => Promise<string[]>,
  now: () => number,
): (() => Promise<ReadonlySet<string>>) => {
  let known: { at: number; journeys: Promise<ReadonlySet<string>> } | undefined;
  return () => {
    if (known && now() < known.at + MINUTE) return known.journeys;
    const asked = { at: now(), journeys: read().then((journeys) => new Set(journeys)) };
    known = asked;
    asked.journeys.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.journeys;
  };
};
