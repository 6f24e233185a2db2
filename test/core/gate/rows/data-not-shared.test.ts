import { describe, expect, it } from 'vitest';
import { journey } from '../../../support/catalogue.ts';
import { ada, attribute, verdict, welcome } from '../support.ts';

describe('data-not-shared', () => {
  const state = ada({ attributes: { email: attribute('a@example.com'), segment: attribute('runner', 'inferred') } });

  it('does not use what the customer did not share', () => {
    const moments = welcome({ attributes: ['segment'] });
    expect(verdict(state, { moments })).toEqual({ outcome: 'suppressed', reason: 'data-not-shared' });
  });

  it('does not send what they were chosen for by it', () => {
    const steps = {
      'send-welcome': {
        kind: 'send' as const,
        moment: 'welcome',
        purpose: 'relationship' as const,
        chosenBy: ['customer.segment'],
      },
    };
    const journeys = { hello: journey('hello', 'start', { steps }) };
    expect(verdict(state, { journeys })).toEqual({ outcome: 'suppressed', reason: 'data-not-shared' });
    const customer = ada({ attributes: { ...state.attributes, segment: attribute('runner') } });
    expect(verdict(customer, { journeys })).toMatchObject({ outcome: 'clear' });
    const moments = welcome({ uses: { segment: 'asked for it' } });
    expect(verdict(state, { journeys, moments })).toMatchObject({ outcome: 'clear' });
  });

  it('does where the moment says why', () => {
    const moments = welcome({ attributes: ['segment'], uses: { segment: 'asked for it' } });
    expect(verdict(state, { moments })).toMatchObject({ outcome: 'clear' });
  });
});
