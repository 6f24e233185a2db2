import { describe, expect, it } from 'vitest';
import { ada, verdict } from '../support.ts';

describe('overtaken', () => {
  it('suppresses what has become pointless, and a moment that left the catalogue with it', () => {
    const suppressed = { outcome: 'suppressed', reason: 'overtaken' };
    expect(verdict(ada(), { about: { overtaken: true } })).toEqual(suppressed);
    expect(verdict(ada(), { about: { overtaken: true, moment: 'gone' } })).toEqual(suppressed);
  });
});
