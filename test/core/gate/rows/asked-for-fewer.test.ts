import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, heldFor, sent, verdict, welcome } from '../support.ts';

describe('asked-for-fewer', () => {
  const fewer = { frequency: { choice: 'fewer' as const, at: T0 } };
  const sentAgo = (...hours: number[]) => hours.map((ago) => sent(T0 - ago * HOUR));

  it('holds for twice the gap, which others have heard the end of', () => {
    const decisions = sentAgo(30);
    expect(verdict(ada({ decisions }))).toMatchObject({ outcome: 'clear' });
    const answer = verdict(ada({ ...fewer, decisions }));
    expect(answer).toMatchObject({ outcome: 'held', reason: 'asked-for-fewer' });
    expect(heldFor(answer)).toBe(10 * HOUR);
  });

  it('holds for twice the time of a cap', () => {
    const decisions = sentAgo(13 * 24, 12 * 24, 9 * 24);
    expect(verdict(ada({ decisions }))).toMatchObject({ outcome: 'clear' });
    const answer = verdict(ada({ ...fewer, decisions }));
    expect(answer).toMatchObject({ outcome: 'held', reason: 'asked-for-fewer' });
    expect(heldFor(answer)).toBe(DAY);
    expect(verdict(ada({ ...fewer, decisions: sentAgo(12 * 24, 9 * 24) }))).toMatchObject({ outcome: 'clear' });
  });

  it('gives way to the caps and the gap of everybody', () => {
    expect(verdict(ada({ ...fewer, decisions: sentAgo(1) }))).toMatchObject({ reason: 'gap' });
  });

  it('does not hold care, nor what is owed', () => {
    for (const purpose of ['transactional', 'care'] as const) {
      const moments = welcome({ purpose, cap: { count: 1, seconds: 86_400 } });
      const decisions = [sent(T0 - 30 * HOUR, { moment: 'welcome', purpose })];
      expect(verdict(ada({ ...fewer, decisions }), { moments })).toMatchObject({ outcome: 'clear' });
    }
  });
});
