import { describe, expect, it } from 'vitest';
import { ada, attribute, verdict, welcome } from '../support.ts';

describe('data-not-shared', () => {
  const state = ada({ attributes: { email: attribute('a@example.com'), segment: attribute('runner', 'inferred') } });

  it('does not use what the customer did not share', () => {
    const moments = welcome({ attributes: ['segment'] });
    expect(verdict(state, { moments })).toEqual({ outcome: 'suppressed', reason: 'data-not-shared' });
  });

  it('does where the moment says why', () => {
    const moments = welcome({ attributes: ['segment'], uses: { segment: 'asked for it' } });
    expect(verdict(state, { moments })).toMatchObject({ outcome: 'clear' });
  });
});
