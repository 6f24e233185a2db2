import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, attribute, verdict, welcome } from '../support.ts';

describe('protected', () => {
  const noted = ada({ protectedBy: { event: 'bereavement.noted', at: T0 - DAY } });
  const left = { outcome: 'suppressed', reason: 'protected' };

  it.each(['relationship', 'promotional'] as const)('leaves %s messages out after something hard', (purpose) => {
    const granted = { ...noted, consent: { 'topic:tips': { choice: 'granted' as const, at: 1 } } };
    expect(verdict(granted, { moments: welcome({ purpose }) })).toEqual(left);
  });

  it.each(['care', 'transactional'] as const)('lets %s messages pass', (purpose) => {
    expect(verdict(noted, { moments: welcome({ purpose }) })).toMatchObject({ outcome: 'clear' });
  });

  it('is over after 90 days, where the policy says nothing else', () => {
    expect(verdict(noted, { now: T0 + 89 * DAY - 1 })).toEqual(left);
    expect(verdict(noted, { now: T0 + 89 * DAY })).toMatchObject({ outcome: 'clear' });
  });

  it('lasts as long as a sensitive attribute stands', () => {
    const customerWith = (value: string | boolean) =>
      ada({
        attributes: {
          email: attribute('ada@example.com'),
          arrears: { ...attribute('x'), value, sensitive: true },
        },
      });
    expect(verdict(customerWith('two months'), { now: T0 + 400 * DAY })).toEqual(left);
    expect(verdict(customerWith(true))).toEqual(left);
    expect(verdict(customerWith(false))).toMatchObject({ outcome: 'clear' });
  });
});
