import { expect, it } from 'vitest';
import { toItem } from '../../../functions/customer/item.ts';
import { emptyCustomer } from '../../../functions/customer/state.ts';
import { readCommit } from '../../../functions/relay/schema.ts';

it.each([0, 20_000])('reads the commit of an item as stores write it, also with %i characters in it', (length) => {
  const state = { ...emptyCustomer('ada', 0), version: 3 };
  state.attributes.note = { value: 'x'.repeat(length), provenance: 'stated', event: 'start', at: 0 };
  expect(readCommit(toItem(state))).toMatchObject({ id: 'ada', version: 3, journal: [], effects: [] });
});
