import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, verdict } from '../support.ts';

describe('channel-down', () => {
  const about = { busyUntil: T0 + MINUTE, isDown: true };

  it('leaves a channel alone that a fault of ours keeps shut', () => {
    expect(verdict(ada(), { about })).toEqual({ outcome: 'held', reason: 'channel-down', until: T0 + MINUTE });
    expect(verdict(ada(), { about, now: T0 + MINUTE })).toMatchObject({ outcome: 'clear' });
  });

  it('ends no patience, however long we take to mend it', () => {
    const long = { ...about, since: T0 - 300 * DAY, lost: { busy: 0, down: 300 * DAY } };
    expect(verdict(ada(), { about: long })).toMatchObject({ outcome: 'held', reason: 'channel-down' });
  });
});
