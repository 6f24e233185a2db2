import { describe, expect, it } from 'vitest';
import { HOUR, T0 } from '../../../support/customer.ts';
import { ada, sent, verdict } from '../support.ts';

describe('gap', () => {
  it('holds until it is over', () => {
    expect(verdict(ada({ decisions: [sent(T0 - HOUR)] }))).toEqual({
      outcome: 'held',
      reason: 'gap',
      until: T0 + 19 * HOUR,
    });
  });

  it('counts what may have reached the customer: reserved and unknown too', () => {
    for (const outcome of ['reserved', 'unknown'] as const)
      expect(verdict(ada({ decisions: [sent(T0 - HOUR, { outcome })] }))).toMatchObject({ reason: 'gap' });
    expect(verdict(ada({ decisions: [sent(T0 - HOUR, { outcome: 'failed' })] }))).toMatchObject({ outcome: 'clear' });
  });

  it('does not count what went by no channel, nor the step’s own lapsed reservation', () => {
    const own = sent(T0 - HOUR, { enrolment: 'n1', step: 'send-welcome', outcome: 'reserved' });
    expect(verdict(ada({ decisions: [own] }))).toMatchObject({ outcome: 'clear' });
    expect(verdict(ada({ decisions: [sent(T0 - HOUR, { channel: undefined })] }))).toMatchObject({ outcome: 'clear' });
  });
});
