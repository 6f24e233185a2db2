import type { Timer } from '../../../functions/effects/schema.ts';

export const T0 = Date.parse('2026-03-02T10:00:00Z');

/** A timer of `ada` that is due at T0. */
export const timer = (more: Partial<Timer> = {}): Timer => ({
  type: 'timer',
  format: 1,
  customer: 'ada',
  enrolment: 'e1',
  timer: 3,
  due: T0,
  again: 0,
  ...more,
});
