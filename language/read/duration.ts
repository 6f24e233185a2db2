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

/** `5400` as `90 minutes`: the largest unit that keeps it whole. */
export const formatDuration = (seconds: number): string => {
  const units = [
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [name, size] = units.find(([, size]) => seconds % size === 0 && seconds >= size) ?? ['second', 1];
  const amount = seconds / size;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
};
