import { readTime } from '../../core/time/instant.ts';
import { type Envelope, EventRejected } from './envelope.ts';
import { showValue } from './show-value.ts';

/** When an event happened, in milliseconds: no later than it came. Throws EventRejected. */
export const timeOf = (
  { time: timeText }: Envelope,
  name: string,
  about: { event: string; id: string; customer?: string },
  now: number,
): number => {
  const time = timeText === undefined ? now : readTime(timeText);
  if (time !== undefined) return Math.min(time, now);
  throw new EventRejected(
    'malformed',
    `${name}: time is ${showValue(timeText)}; it should be a time from 1901 on with its offset, such as 2026-03-02T10:00:00Z.`,
    about,
  );
};
