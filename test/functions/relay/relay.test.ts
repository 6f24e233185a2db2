import { describe, expect, it } from 'vitest';
import type { AddressMarks } from '../../../core/customer/model/address-mark.ts';
import type { Effect } from '../../../core/customer/model/effect.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { commit, openRelay, T0 } from './support.ts';

describe('a commit', () => {
  it('goes to the timeline, and its timers to their queue with the time at which they come', async () => {
    const { relay, went, sent } = openRelay();
    await relay(commit());
    expect(went).toEqual(['timeline 1', 'effects']);
    const message = { type: 'timer', format: 1, customer: 'ada', enrolment: 'e1', timer: 3, due: T0, again: 0 };
    expect(sent).toEqual([{ message, at: T0 + 5000 }]);
  });

  it('that means nothing for others goes nowhere', async () => {
    const { relay, went } = openRelay();
    await relay(commit({ journal: [], effects: [] }));
    expect(went).toEqual([]);
  });

  it.each([
    ['is there', { bo: {} }, ['timeline 1', 'effects']],
    ['is being erased', { bo: { erased: T0 } }, []],
    ['is gone', {}, []],
  ])(
    'that comes late, of an id that is another’s since, is carried on as long as that person %s',
    async (_, others, went) => {
      const late = openRelay(T0 + MINUTE, { movedTo: 'bo' }, others);
      await late.relay(commit());
      expect(late.went).toEqual(went);
    },
  );

  it('that comes late is carried on where its customer is still the same', async () => {
    const { relay, went } = openRelay(T0 + MINUTE, { firstSeenAt: T0 });
    await relay(commit());
    expect(went).toEqual(['timeline 1', 'effects']);
  });

  it.each([
    ['is gone', undefined],
    ['is being erased', { firstSeenAt: T0, erased: T0 }],
    ['began anew', { firstSeenAt: T0 + 1 }],
  ])('that comes late, of somebody who %s, is not carried on: no timer, no timeline', async (_what, present) => {
    const { relay, went } = openRelay(T0 + MINUTE, present);
    await relay(commit());
    expect(went).toEqual([]);
  });
});

describe('what a commit made known of an address', () => {
  const mark: AddressMarks = {
    channel: 'email',
    address: 'ann@example.com',
    known: [{ about: 'complained', at: T0 }],
  };

  it.each([
    ['first of all', T0, undefined],
    ['of somebody who has been erased since', T0 + MINUTE, { firstSeenAt: T0, erased: T0 }],
  ])('is written, %s', async (_, now, present) => {
    const { relay, went, marks } = openRelay(now, present);
    await relay(commit({ marks: [mark] }));
    expect(went[0]).toBe('addresses');
    expect(marks).toEqual([mark]);
  });
});

describe('the last commit of an erasure', () => {
  it('asks for the rest to be removed after two minutes', async () => {
    const { relay, sent } = openRelay();
    await relay(commit({ erased: T0, journal: [], effects: [] }));
    const message = { type: 'erase', format: 1, customer: 'ada', at: T0 };
    expect(sent).toEqual([{ message, at: T0 + 2 * MINUTE }]);
  });

  it('does nothing about an effect that another version knows', async () => {
    const { relay, sent } = openRelay();
    const cancel = { type: 'cancel', enrolment: 'e1', timer: 3, due: T0 + 90 * MINUTE } as unknown as Effect;
    await relay(commit({ erased: T0, journal: [], effects: [cancel] }));
    await relay(commit({ journal: [], effects: [cancel] }));
    expect(sent.map(({ message }) => message)).toEqual([{ type: 'erase', format: 1, customer: 'ada', at: T0 }]);
  });

  it('that comes late asks for it now', async () => {
    const { relay, sent } = openRelay(T0 + 60 * MINUTE);
    await relay(commit({ erased: T0, journal: [], effects: [] }));
    expect(sent.map(({ at }) => at)).toEqual([T0 + 60 * MINUTE]);
  });
});
