import { describe, expect, it } from 'vitest';
import { runs } from '../support/depth.ts';
import { breaks, firstToBreak } from './main.ts';
import { ALL } from './rules.ts';

describe('the model of runs and timers', () => {
  it('keeps every promise in ten thousand schedules (a fifth of them in the gate)', () =>
    expect([...breaks(runs(1000))]).toEqual([]));

  it.each(ALL)('breaks without the rule %s', (rule) => expect(firstToBreak(3000, rule)).toBeGreaterThan(0));
});
