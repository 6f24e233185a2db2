type Style = 'today' | 'date' | 'time' | 'day' | 'moment' | 'full';

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  today: { weekday: 'long', day: 'numeric', month: 'long' },
  full: { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (style: Style, zone: string | undefined): Intl.DateTimeFormat => {
  const key = `${style} ${zone ?? ''}`;
  const cached = formats.get(key);
  if (cached) return cached;
  const format = new Intl.DateTimeFormat('en-GB', {
    ...STYLES[style],
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  formats.set(key, format);
  return format;
};

/** An instant by the clocks of `zone`, or of whoever looks. */
export const inWords = (at: string | number, style: Style, zone?: string): string =>
  formatOf(style, zone).format(new Date(at));

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** How far from `now`: "3 days ago", "in 2 hours", "just now". */
export const fromNow = (at: string | number, now: number): string => {
  const gap = new Date(at).getTime() - now;
  const [unit, size] = UNITS.find(([, each]) => Math.abs(gap) >= each) ?? ['minute', 60_000];
  return Math.abs(gap) < 60_000
    ? gap > 0
      ? 'in a moment'
      : 'just now'
    : relative.format(Math.round(gap / size), unit);
};

/** The date that an instant has in `zone`, such as 2026-03-01. */
export const dateIn = (at: string | number, zone?: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(at));
