const UNITS: Record<string, number> = {
  second: 1,
  s: 1,
  minute: 60,
  m: 60,
  hour: 3600,
  h: 3600,
  day: 86_400,
  d: 86_400,
  week: 604_800,
  w: 604_800,
};

export const DURATION = /^(-?\d+(?:\.\d+)?) ?(seconds?|s|minutes?|m|hours?|h|days?|d|weeks?|w)$/;

/** Whole seconds of `30 minutes`, `4h`, `-2 days`; undefined for anything else. A day is 24 hours. */
export const parseDuration = (text: string): number | undefined => {
  const [, amount, unit] = DURATION.exec(text.trim()) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  const size = UNITS[unit] ?? UNITS[unit.replace(/s$/, '')];
  return size === undefined ? undefined : Math.round(Number(amount) * size);
};
