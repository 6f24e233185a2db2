import { describe, expect, it } from 'vitest';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { oneCustomer } from '../../support/customer.ts';

describe('what happened before the event that enters comes late', () => {
  it('is kept for a week, all of it: two failures may be over before either is told', async () => {
    const ada = oneCustomer();
    await ada.event('mend', { ref: 'f1' });
    await ada.event('mend', { ref: 'f2' });
    expect((await ada.state()).occurrences.mend?.map(({ fields }) => fields.ref)).toEqual(['f1', 'f2']);
    ada.clock.now += 8 * DAY;
    await ada.event('fail', { ref: 'f3' });
    expect((await ada.state()).occurrences.mend?.map(({ fields }) => fields.ref)).toEqual(['f2']);
  });
});
