import { describe, expect, it } from 'vitest';
import { ada, verdict, welcome } from '../support.ts';

describe('holdout', () => {
  it('leaves the control arm out', () => {
    expect(verdict(ada(), { about: { control: true } })).toEqual({ outcome: 'control', reason: 'holdout' });
  });

  it('goes before everything else, also where the moment is retired', () => {
    expect(verdict(ada({ closedAt: 1 }), { about: { control: true, moment: 'gone' } })).toMatchObject({
      outcome: 'control',
    });
  });

  it('lets transactional messages pass', () => {
    const moments = welcome({ purpose: 'transactional' });
    expect(verdict(ada(), { about: { control: true }, moments })).toMatchObject({ outcome: 'clear' });
  });
});
