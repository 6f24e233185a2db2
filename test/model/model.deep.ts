import { describe, expect, it } from 'vitest';
import { runs } from '../support/depth.ts';
import { breaks, firstToBreak } from './main.ts';
import { ALL } from './rules.ts';

const SCHEDULES = runs(1000);

describe('the model of runs and timers', () => {
  it(`keeps every promise in ${SCHEDULES} schedules`, () => expect([...breaks(SCHEDULES)]).toEqual([]));

  it.each(ALL)('breaks without the rule %s', (rule) => expect(firstToBreak(8000, rule)).toBeGreaterThan(0));
});
