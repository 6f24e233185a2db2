import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../language/catalogue/milliseconds.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, angry, trouble, verdict, welcome } from '../support.ts';

describe('open-incident', () => {
  const state = ada({ incidents: trouble });

  it('holds for as long as there is patience', () => {
    expect(verdict(state)).toEqual({ outcome: 'held', reason: 'open-incident', until: T0 + 10 * DAY });
  });

  it('goes before mood', () => {
    expect(verdict(ada({ incidents: trouble, mood: angry }))).toMatchObject({ reason: 'open-incident' });
  });

  it('does what the moment says before what its purpose does', () => {
    const by = (whenIncident: 'send' | 'skip' | { person: string }) =>
      verdict(state, { moments: welcome({ whenIncident }) });
    expect(by('send')).toMatchObject({ outcome: 'clear' });
    expect(by('skip')).toEqual({ outcome: 'suppressed', reason: 'open-incident' });
    expect(by({ person: 'call' })).toEqual({ outcome: 'escalated', reason: 'open-incident', instead: 'call' });
  });

  it('is over when it is closed', () => {
    expect(verdict(ada({ incidents: { 'ticket:t1': { openedAt: T0, closedAt: T0 } } }))).toMatchObject({
      outcome: 'clear',
    });
  });
});
