import { describe, expect, it } from 'vitest';
import { ada, verdict, welcome } from '../support.ts';

describe('holdout', () => {
  it.each(['relationship', 'promotional'] as const)('leaves the control arm out of %s messages', (purpose) => {
    const moments = welcome({ purpose });
    expect(verdict(ada(), { about: { control: true }, moments })).toEqual({ outcome: 'control', reason: 'holdout' });
  });

  it('goes before everything else, also where the moment is retired', () => {
    expect(verdict(ada({ closedAt: 1 }), { about: { control: true, moment: 'gone' } })).toMatchObject({
      outcome: 'control',
    });
  });

  it.each(['transactional', 'care'] as const)('lets %s messages pass', (purpose) => {
    const moments = welcome({ purpose });
    expect(verdict(ada(), { about: { control: true }, moments })).toMatchObject({ outcome: 'clear' });
  });

  it('lets work for a person pass, whatever its purpose is', () => {
    const moments = welcome({ purpose: 'relationship', channels: ['agent'] });
    expect(verdict(ada(), { about: { control: true }, moments })).not.toMatchObject({ outcome: 'control' });
  });
});
