import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomUntil, unreached, type Workload } from '../../../core/customer/work/reach.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';

/** A Monday, 10 o'clock in London. */
const NOW = Date.parse('2026-03-02T10:00:00Z');
const reach = ({ calls = 2, hours, ...more }: Partial<Workload> & Partial<Workload['team']> = {}): Workload => ({
  team: { calls, ...(hours && { hours }) },
  done: 0,
  taken: 0,
  now: NOW,
  zone: 'Europe/London',
  calendar: { workingDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
  ...more,
});
const room = (workload: Workload, due: number): number => roomUntil(workload)(NOW + due);
const work = (name: string, due: number) => ({ name, due: NOW + due });
const OFFICE = { from: '09:00', to: '17:00' };

describe('what a team can reach', () => {
  it('is what is left of today, and each later day whole', () => {
    expect(room(reach(), HOUR)).toBe(2);
    expect(room(reach({ done: 2 }), HOUR)).toBe(0);
    expect(room(reach({ done: 5 }), DAY)).toBe(2);
    expect(room(reach({ done: 1, taken: 1 }), 2 * DAY)).toBe(4);
  });

  it('is asked in any order, of days near and far', () => {
    const until = roomUntil(reach());
    expect([5, 0, 3, 1].map((days) => until(NOW + days * DAY))).toEqual([12, 2, 8, 4]);
  });

  it('is everything where nobody counts, and where there is a year', () => {
    const uncounted: Workload = { ...reach(), team: {} };
    expect(unreached([work('a', HOUR), work('b', HOUR), work('c', HOUR)], uncounted)).toEqual([]);
    expect(room(reach(), 500 * DAY)).toBe(Number.POSITIVE_INFINITY);
  });

  it('goes by the days of the policy’s zone', () => {
    expect(room(reach(), 13 * HOUR)).toBe(2);
    expect(room(reach({ zone: 'Europe/Berlin' }), 13.5 * HOUR)).toBe(4);
  });

  it('keeps its days where the clocks are set on', () => {
    // On Sunday 29 March 2026 London goes on by an hour; Monday begins at 23:00 UTC.
    const saturday = { now: Date.parse('2026-03-28T12:00:00Z') };
    const until = roomUntil(reach(saturday));
    expect(until(Date.parse('2026-03-29T22:59:00Z'))).toBe(4);
    expect(until(Date.parse('2026-03-29T23:01:00Z'))).toBe(6);
  });

  it('is nothing on days off: those of the company, unless the team has its own, and holidays', () => {
    const saturday = Date.parse('2026-02-28T10:00:00Z');
    const weekdays = { now: saturday, calendar: { holidays: ['2026-03-02'] } };
    const until = (workload: Workload, at: string) => roomUntil(workload)(Date.parse(at));
    expect(until(reach(weekdays), '2026-03-01T20:00:00Z')).toBe(0);
    expect(until(reach(weekdays), '2026-03-02T20:00:00Z')).toBe(0);
    expect(until(reach(weekdays), '2026-03-03T20:00:00Z')).toBe(2);
    const own = reach({ ...weekdays, hours: { ...OFFICE, days: ['sat', 'sun'] } });
    expect(until(own, '2026-03-01T20:00:00Z')).toBe(4);
    expect(until(own, '2026-03-06T20:00:00Z')).toBe(4);
  });

  it('is nothing more of a day whose hours are over, or that have not begun when it is due', () => {
    const office = { hours: OFFICE };
    expect(room(reach(office), HOUR)).toBe(2);
    expect(room(reach({ ...office, now: NOW + 8 * HOUR }), 9 * HOUR)).toBe(0);
    expect(room(reach({ ...office, now: NOW + 8 * HOUR }), 22 * HOUR)).toBe(0);
    expect(room(reach({ ...office, now: NOW + 8 * HOUR }), 24 * HOUR)).toBe(2);
    expect(room(reach({ ...office, now: NOW - 5 * HOUR }), -2 * HOUR)).toBe(0);
  });

  it('leaves what is needed least, and what is due too soon for its place', () => {
    const all = [work('a', DAY), work('b', HOUR), work('c', HOUR), work('d', DAY), work('e', DAY), work('f', DAY)];
    // Two today, two tomorrow: c, third and due today, is not reached; d and e move up, and then tomorrow is full.
    expect(unreached(all, reach()).map(({ name }) => name)).toEqual(['c', 'f']);
  });

  it('takes no time for what is overdue: that was not reached', () => {
    const overdue = [work('a', -DAY), work('b', -HOUR), work('c', 0)];
    expect(unreached([...overdue, work('d', HOUR), work('e', HOUR)], reach())).toEqual(overdue);
  });
});

const works = fc.array(
  fc.integer({ min: -2, max: 10 }).map((days) => ({ due: NOW + days * DAY })),
  { maxLength: 60 },
);
const reaches = fc
  .record({
    calls: fc.integer({ min: 1, max: 8 }),
    done: fc.nat(10),
    taken: fc.nat(10),
    hours: fc.constantFrom(OFFICE, { from: '00:00', to: '09:30' }),
    zone: fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'Pacific/Auckland'),
  })
  .map((more) => reach(more));

describe('whatever a team has to do', () => {
  it('who is not left is reached in time by whoever works in order of need', () => {
    fc.assert(
      fc.property(works, reaches, (all, workload) => {
        const left = new Set(unreached(all, workload));
        const within = all.filter((one) => !left.has(one));
        for (const [place, { due }] of within.entries())
          expect(due > NOW ? place : Number.NaN).toBeLessThan(roomUntil(workload)(due));
      }),
    );
  });

  it('who is left would not have been: as many who need it more fill the time until then', () => {
    fc.assert(
      fc.property(works, reaches, (all, workload) => {
        const left = new Set(unreached(all, workload));
        for (const [place, one] of all.entries()) {
          if (!left.has(one) || one.due <= NOW) continue;
          const before = all.slice(0, place).filter((other) => !left.has(other)).length;
          expect(before).toBeGreaterThanOrEqual(roomUntil(workload)(one.due));
        }
      }),
    );
  });

  it('asked again, nobody more is left', () => {
    fc.assert(
      fc.property(works, reaches, (all, workload) => {
        const left = new Set(unreached(all, workload));
        const within = all.filter((one) => !left.has(one));
        expect(unreached(within, workload)).toEqual([]);
      }),
    );
  });
});
