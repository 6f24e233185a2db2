import { describe, expect, it } from 'vitest';
import { breaks } from './main.ts';
import { ALL } from './rules.ts';

const MINUTES = 60_000;

describe('the model of runs and timers', () => {
  it('keeps every promise in ten thousand schedules', () => expect([...breaks(10_000)]).toEqual([]), 10 * MINUTES);

  it.each(ALL)('breaks without the rule %s', (rule) => expect(breaks(3000, rule).size).toBeGreaterThan(0), 5 * MINUTES);
});
