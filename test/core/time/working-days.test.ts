import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWorkingTime } from '../../../core/time/working-days.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';

const london = (at: string, days: number, calendar = {}) =>
  new Date(afterWorkingTime(Date.parse(at), days * DAY, 'Europe/London', calendar)).toISOString();

describe('time on working days', () => {
  it('is the same time of the next working day', () => {
    expect(london('2026-11-26T15:00:00Z', 1)).toBe('2026-11-27T15:00:00.000Z');
    expect(london('2026-11-27T15:00:00Z', 1)).toBe('2026-11-30T15:00:00.000Z');
    expect(london('2026-11-26T15:00:00Z', 5)).toBe('2026-12-03T15:00:00.000Z');
  });

  it('begins on a day off with the next working day, and takes all of it', () => {
    expect(london('2026-11-28T10:00:00Z', 1)).toBe('2026-12-01T00:00:00.000Z');
  });

  it('passes over holidays', () => {
    const holidays = ['2026-12-25', '2026-12-28'];
    expect(london('2026-12-24T09:00:00Z', 1, { holidays })).toBe('2026-12-29T09:00:00.000Z');
  });

  it('counts the days of the calendar that it is given', () => {
    expect(london('2026-11-26T15:00:00Z', 1, { workingDays: ['sun', 'mon'] })).toBe('2026-11-30T00:00:00.000Z');
  });

  it('keeps the time of the clock where the clocks are set on', () => {
    // Friday 27 March 2026, 10:00 in London; on Sunday the clocks go forward.
    expect(london('2026-03-27T10:00:00Z', 1)).toBe('2026-03-30T09:00:00.000Z');
  });

  it('of days that never come ends all the same', () => {
    const holidays = Array.from({ length: 6000 }, (_, day) =>
      new Date(Date.parse('2026-01-01') + day * DAY).toISOString().slice(0, 10),
    );
    expect(Date.parse(london('2026-01-02T00:00:00Z', 1, { holidays }))).toBeGreaterThan(Date.parse('2035-01-01'));
  });

  it('is never shorter than the time by the clock but for a change of clocks, and a part comes before the whole', () => {
    const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2035-01-01') });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('UTC', 'America/New_York'),
        (at, days, zone) => {
          const whole = afterWorkingTime(at, days * DAY, zone, {});
          expect(whole).toBeGreaterThanOrEqual(at + days * DAY - HOUR);
          expect(afterWorkingTime(at, 0.75 * days * DAY, zone, {})).toBeLessThan(whole);
        },
      ),
    );
  });
});
