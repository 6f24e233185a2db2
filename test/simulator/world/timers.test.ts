import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryTimers } from '../../../simulator/world/timers.memory.ts';
import { createSqliteTimers } from '../../../simulator/world/timers.sqlite.ts';
import type { SetTimer } from '../../../simulator/world/timers.ts';
import { runs } from '../../support/depth.ts';

const timerOf = (enrolment: string, at: number, timer = 1): SetTimer => ({
  at,
  timer: { type: 'timer', format: 1, customer: 'ada', enrolment, timer, due: at, again: 0 },
});

describe.each([
  ['in memory', createMemoryTimers],
  ['in SQLite', () => createSqliteTimers(new DatabaseSync(':memory:'))],
])('the timers of a world %s', (_, open) => {
  it('come up by time, then in the order of setting, whatever was replaced or taken away', () => {
    const change = fc.tuple(fc.nat(40), fc.option(fc.nat(9), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
        const timers = open();
        const left = new Map<string, SetTimer>();
        for (const [index, [number, at]] of changes.entries()) {
          const enrolment = `e${number}`;
          left.delete(enrolment);
          if (at === undefined) timers.delete(enrolment);
          else {
            const set = timerOf(enrolment, at, index);
            timers.set(set);
            left.set(enrolment, set);
          }
        }
        expect(timers.count()).toBe(left.size);
        for (const expected of [...left.values()].sort((a, b) => a.at - b.at)) {
          expect(timers.next()).toMatchObject(expected);
          timers.delete(expected.timer.enrolment);
        }
        expect(timers.next()).toBeUndefined();
      }),
      { numRuns: runs(50) },
    );
  });

  it('are one an enrolment: the last one set counts', () => {
    const timers = open();
    timers.set(timerOf('e1', 5, 1));
    timers.set(timerOf('e1', 9, 2));
    expect([timers.count(), timers.next()]).toMatchObject([1, { at: 9, timer: { timer: 2, due: 9 } }]);
  });

  it('lose nothing by being looked at', () => {
    const timers = open();
    timers.set(timerOf('e1', 5));
    expect(timers.next()).toEqual(timers.next());
    expect(timers.count()).toBe(1);
  });
});

it('timers in SQLite are there after their file was closed and opened again, in their order', () => {
  const db = new DatabaseSync(':memory:');
  const before = createSqliteTimers(db);
  before.set(timerOf('e1', 5));
  before.set(timerOf('e2', 5));
  const after = createSqliteTimers(db);
  after.set(timerOf('e0', 5));
  const order: string[] = [];
  for (let next = after.next(); next; next = after.next()) {
    order.push(next.timer.enrolment);
    after.delete(next.timer.enrolment);
  }
  expect(order).toEqual(['e1', 'e2', 'e0']);
});
