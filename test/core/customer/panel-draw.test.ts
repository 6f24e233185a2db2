import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDrawn, panelWeek, panelWeekBegins } from '../../../core/customer/panel-draw.ts';
import { WEEK_SECONDS } from '../../../language/catalogue/panel.ts';

const draw = (share: number) => ({ share, week: WEEK_SECONDS, fromMonday: true });
const WEEK = WEEK_SECONDS * 1000;
const MONDAY = Date.parse('2026-03-02T09:00:00Z');

describe('a draw', () => {
  it('is the same through its week, which begins on Monday at nine', () => {
    expect(panelWeekBegins(draw(1), panelWeek(draw(1), MONDAY))).toBe(MONDAY);
    expect(panelWeek(draw(1), MONDAY - 1)).toBe(panelWeek(draw(1), MONDAY) - 1);
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: WEEK - 1 }),
        (id, share, later) => {
          expect(isDrawn(id, draw(share), MONDAY + later)).toBe(isDrawn(id, draw(share), MONDAY));
        },
      ),
    );
  });

  it('takes those of a smaller share among those of a larger', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, share, less) => {
          if (isDrawn(id, draw(share * less), MONDAY)) expect(isDrawn(id, draw(share), MONDAY)).toBe(true);
          expect(isDrawn(id, draw(1), MONDAY)).toBe(true);
        },
      ),
    );
  });

  it('holds its share of many, in each week, and everybody’s turn comes as often as chance has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom(0.01, 0.02, 0.1, 0.5),
        fc.string({ maxLength: 5 }),
        (week, share, name) => {
          const people = 20_000;
          const at = MONDAY + week * WEEK;
          let count = 0;
          for (let one = 0; one < people; one++) if (isDrawn(`${name}${one}`, draw(share), at)) count++;
          // Six standard deviations: one run in a thousand million is beyond.
          const bound = 6 * Math.sqrt(people * share * (1 - share));
          expect(Math.abs(count - people * share)).toBeLessThan(bound);
        },
      ),
      { numRuns: 20 },
    );
    const weeks = Array.from({ length: 20_000 }, (_, week) => MONDAY + week * WEEK);
    const turns = weeks.filter((at) => isDrawn('ada', draw(0.02), at)).length;
    expect(Math.abs(turns - 400)).toBeLessThan(6 * Math.sqrt(20_000 * 0.02 * 0.98));
  });
});
