import { expect, it } from 'vitest';
import { toItem } from '../../../core/customer/model/item.ts';
import { emptyCustomer } from '../../../core/customer/model/state.ts';
import { Commit, readCommit } from '../../../functions/relay/schema.ts';
import { oneCustomer } from '../../support/customer.ts';

it.each([0, 20_000])('reads the commit of an item as stores write it, also with %i characters in it', (length) => {
  const state = { ...emptyCustomer('ada', 0), version: 3 };
  state.attributes.note = { value: 'x'.repeat(length), provenance: 'stated', event: 'start', at: 0 };
  expect(readCommit(toItem(state))).toMatchObject({ id: 'ada', version: 3, journal: [], effects: [] });
});

it('an item as committed goes through relay with nothing lost', async () => {
  const ada = oneCustomer();
  await ada.event('start');
  const item = await ada.state();
  expect(item.effects.length).toBeGreaterThan(0);
  const { id, version, at, firstSeenAt, journal, effects } = item;
  const commit = readCommit(toItem(item));
  expect(commit).toEqual({ id, version, at, firstSeenAt, journal, effects });
});

it('what is no item is refused', () => {
  expect(() => Commit.parse({ id: 'ada', version: 1 })).toThrow('journal');
});
