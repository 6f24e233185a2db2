import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../language/catalogue/duration.ts';
import { parseDuration } from '../../../language/read/duration.ts';

describe('durations', () => {
  it.each([
    ['30 minutes', 1800],
    ['1 hour', 3600],
    ['4h', 14_400],
    ['2 days', 172_800],
    ['3w', 1_814_400],
    ['-30 days', -2_592_000],
    ['1.5 hours', 5400],
    ['90d', 7_776_000],
  ])('reads %s as seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each(['', '3', 'days', '3 fortnights', '3 days ago', '1e3 days', 'P3D'])('does not read %j', (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );

  it('writes seconds in the largest unit that keeps them whole', () => {
    expect([604_800, 172_800, 5400, 61].map(formatDuration)).toEqual(['1 week', '2 days', '90 minutes', '61 seconds']);
  });
});
