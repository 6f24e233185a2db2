import { describe, expect, it } from 'vitest';
import { T0 } from '../../../support/customer.ts';
import { ada, verdict } from '../support.ts';

describe('channel-busy', () => {
  it('leaves a busy channel alone for a while', () => {
    const about = { busyUntil: T0 + 60_000 };
    expect(verdict(ada(), { about })).toEqual({ outcome: 'held', reason: 'channel-busy', until: T0 + 60_000 });
    expect(verdict(ada(), { about, now: T0 + 60_000 })).toMatchObject({ outcome: 'clear' });
  });
});
