import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, running, sent, verdict } from '../support.ts';

describe('gap', () => {
  it('holds until it is over', () => {
    expect(verdict(ada({ decisions: [sent(T0 - HOUR)] }))).toEqual({
      outcome: 'held',
      reason: 'gap',
      until: T0 + 19 * HOUR,
    });
  });

  it('counts what may have reached the customer: unknown too, and what another step has reserved', () => {
    expect(verdict(ada({ decisions: [sent(T0 - HOUR, { outcome: 'unknown' })] }))).toMatchObject({ reason: 'gap' });
    const reserved = { attempt: 'a', at: T0 - HOUR, until: T0, channel: 'email' as const };
    const other = running('hello', { reserved, message: { moment: 'tip', purpose: 'relationship' } });
    expect(verdict(ada({ enrolments: { n2: other } }))).toMatchObject({ reason: 'gap' });
    expect(verdict(ada({ decisions: [sent(T0 - HOUR, { outcome: 'failed' })] }))).toMatchObject({ outcome: 'clear' });
  });

  it('does not count what went by no channel, nor the step’s own lapsed reservation', () => {
    const own = sent(T0 - HOUR, { enrolment: 'n1', step: 'send-welcome', outcome: 'unknown' });
    expect(verdict(ada({ decisions: [own] }))).toMatchObject({ outcome: 'clear' });
    expect(verdict(ada({ decisions: [sent(T0 - HOUR, { channel: undefined })] }))).toMatchObject({ outcome: 'clear' });
  });
});
