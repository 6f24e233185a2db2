import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, verdict } from '../support.ts';

describe('moment-retired', () => {
  const gone = { moment: 'gone', since: T0 - 3 * DAY };

  it('asks for a moment that left the catalogue for 15 minutes, also after a long hold', () => {
    const before = { reason: 'open-incident' as const, since: T0 - 3 * DAY };
    expect(verdict(ada(), { about: { ...gone, held: before } })).toMatchObject({
      outcome: 'held',
      reason: 'moment-retired',
    });
    const afterHold = (ago: number) => ({
      about: { ...gone, held: { reason: 'moment-retired' as const, since: T0 - ago } },
    });
    expect(verdict(ada(), afterHold(HOUR / 4 - 1))).toMatchObject({ outcome: 'held', until: T0 + 1 });
    expect(verdict(ada(), afterHold(HOUR / 4))).toEqual({ outcome: 'suppressed', reason: 'moment-retired' });
  });
});
