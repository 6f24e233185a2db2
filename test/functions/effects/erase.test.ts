import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { createErase } from '../../../functions/effects/erase.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { T0 } from './support.ts';

/** What an erasure of `ada`, marked at T0, does in order. `away` fails. */
const erased = async (
  state: Partial<CustomerState> | undefined,
  away?: string,
  others: Record<string, Partial<CustomerState>> = {},
) => {
  const did: string[] = [];
  const call = async (what: string) => {
    if (what.startsWith(away ?? 'nothing')) throw new Error(`${away} are away`);
    did.push(what);
  };
  const minutes = (before: number) => `from before minute ${(before - T0) / MINUTE}`;
  const erase = createErase({
    store: {
      load: async (id) => {
        const item = id === 'ada' ? state : others[id];
        return item && { ...emptyCustomer(id, T0), version: 9, ...item };
      },
      remove: (id, version) => call(`item ${id} ${version}`),
    },
    schedules: { wipe: (id, before) => call(`schedules of ${id} ${minutes(before)}`) },
    records: { wipe: (id, before) => call(`records of ${id} ${minutes(before)}`) },
  });
  const failure = await erase({ type: 'erase', format: 1, customer: 'ada', at: T0 }).catch(String);
  return { did, failure };
};

describe('an erasure', () => {
  it('takes the schedules and the records of the life that is over, and the item last', async () => {
    expect(await erased({ erased: T0 })).toEqual({
      did: ['schedules of ada from before minute 1.5', 'records of ada from before minute 1', 'item ada 9'],
      failure: undefined,
    });
  });

  it('takes what lies under other ids of theirs too, and their aliases before the item', async () => {
    const others = { guest: { version: 3, movedTo: 'ada' }, other: { version: 4 } };
    const { did } = await erased({ erased: T0, aliases: ['guest', 'other', 'gone'] }, undefined, others);
    expect(did.filter((what) => what.startsWith('records')).map((what) => what.split(' ')[2])).toEqual([
      'ada',
      'guest',
      'other',
      'gone',
    ]);
    // What is no alias any more is somebody new.
    expect(did.filter((what) => what.startsWith('item'))).toEqual(['item guest 3', 'item ada 9']);
  });

  it('leaves the item, and its mark, where schedules could not be taken back: it is tried again', async () => {
    expect(await erased({ erased: T0 }, 'schedules')).toEqual({ did: [], failure: 'Error: schedules are away' });
  });

  it.each([
    ['who is gone', undefined],
    ['who has begun anew', {}],
    ['who was marked again', { erased: T0 + MINUTE }],
  ])('touches nothing of %s', async (_, state) => {
    expect(await erased(state)).toEqual({ did: [], failure: undefined });
  });
});
