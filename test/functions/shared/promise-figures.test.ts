import { describe, expect, it } from 'vitest';
import { promiseFigures, promiseLines } from '../../../functions/shared/promise-figures.ts';
import type { Count } from '../../../functions/shared/stores/counts.ts';

const count = (step: string, value: string, many: number, more: Partial<Count> = {}): Count => ({
  day: '2026-03-02',
  journey: '',
  step,
  kind: 'promise',
  value,
  reason: '',
  arms: {},
  count: many,
  ...more,
});

describe('what was promised', () => {
  const figures = promiseFigures([
    count('ticket-received', 'made', 3),
    count('ticket-received', 'made', 2, { day: '2026-03-03' }),
    count('ticket-received', 'kept', 4),
    count('proposal-received', 'broken', 1),
    count('proposal-received', 'kept-late', 1),
    count('ticket-received', 'of a later release', 9),
    count('', 'unknown-type', 7, { kind: 'rejected' }),
  ]);

  it('is added up by moment, over all days, and what else belongs to no journey is left out', () => {
    expect(figures.map(({ moment, made, kept, broken, keptLate }) => [moment, made, kept, broken, keptLate])).toEqual([
      ['proposal-received', 0, 0, 1, 1],
      ['ticket-received', 5, 4, 0, 0],
    ]);
  });

  it('is a table for people', () => {
    expect(promiseLines(figures)).toEqual([
      'moment              promised       kept     broken  kept late',
      'proposal-received          0          0          1          1',
      'ticket-received            5          4          0          0',
    ]);
    expect(promiseLines([])).toEqual(['Nothing was promised in these days.']);
  });
});
