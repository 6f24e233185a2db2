import { describe, expect, it } from 'vitest';
import { printWhat } from '../../../cli/print/entry.ts';
import type { DecisionEntry } from '../../../core/customer/model/journal.ts';

const unsubscribedEntry = (basis: DecisionEntry['basis']): DecisionEntry => ({
  at: '2026-07-01T10:00:00.000Z',
  customer: 'ada',
  kind: 'decision',
  journey: 'renewal',
  enrolment: 'e1',
  step: 'send-invite',
  visit: 1,
  moment: 'invite',
  purpose: 'promotional',
  outcome: 'suppressed',
  reason: 'unsubscribed',
  because: '',
  ...(basis && { basis }),
});

describe('a line of the journal', () => {
  it('says of somebody who was never asked that they never said yes, and not that they left', () =>
    expect(printWhat(unsubscribedEntry({ topic: { topic: 'offers' } }), 'UTC')).toBe(
      'suppressed invite (unsubscribed: never said yes to offers), in renewal',
    ));

  it.each([
    { topic: { topic: 'offers', withdrawnAt: '2026-06-01T10:00:00.000Z' } },
    { topic: { topic: 'offers' }, channels: { email: { why: 'unsubscribed' as const } } },
    undefined,
  ])('says the same as ever of who left: %j', (basis) =>
    expect(printWhat(unsubscribedEntry(basis), 'UTC')).toBe('suppressed invite (unsubscribed), in renewal'),
  );
});
