import { formatDuration } from '../../language/catalogue/duration.ts';
import { PROMISE } from '../../language/catalogue/promise-events.ts';
import { inWords, offsetInWords } from './words/time.ts';

/** `Tue 14 Jul 2026, 09:14 +02:00` in a zone. */
export const when = (at: string | number, zone: string): string => `${inWords(at, zone)} ${offsetInWords(at, zone)}`;

/** `Tuesday 22:14` in a zone. */
export const clock = (at: string | number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
    new Date(at),
  );

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long, roughly: `3 days`, `5 hours`, `less than a minute`. */
export const lasting = (milliseconds: number): string => {
  const seconds = milliseconds / 1000;
  const [name, size] = UNITS.find(([, size]) => seconds >= 2 * size) ?? UNITS.find(([, size]) => seconds >= size) ?? [];
  if (name === undefined || size === undefined) return 'less than a minute';
  const amount = Math.round(seconds / size);
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
};

export { formatDuration as duration };

/** `3 per week`, `1 per 30 days`. */
export const rate = ({ count, seconds }: { count: number; seconds: number }): string =>
  `${count} per ${formatDuration(seconds).replace(/^1 /, '')}`;

/** `a`, `a and b`, `a, b and c`. */
export const list = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `-0.42`, `+0.20`: never a zero with a sign that says nothing. */
export const mark = (value: number): string => {
  const text = value.toFixed(2);
  if (Number(text) === 0) return '0.00';
  return value > 0 ? `+${text}` : text;
};

const BROKEN = `${PROMISE}:`;

/** `ticket t1`, from `ticket:t1`; of a broken promise, what made it. */
export const incidentInWords = (key: string): string =>
  key.startsWith(BROKEN) ? `the promise of ${key.slice(BROKEN.length)}` : key.replace(':', ' ');
