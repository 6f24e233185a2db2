import { describe, expect, it } from 'vitest';
import { T0 } from '../../../support/customer.ts';
import { ada, verdict, welcome } from '../support.ts';

describe('account-closed', () => {
  it('suppresses what is not transactional', () => {
    expect(verdict(ada({ closedAt: T0 }))).toEqual({ outcome: 'suppressed', reason: 'account-closed' });
    const moments = welcome({ purpose: 'transactional' });
    expect(verdict(ada({ closedAt: T0 }), { moments })).toMatchObject({ outcome: 'clear' });
  });
});
