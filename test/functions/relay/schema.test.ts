import { expect, it } from 'vitest';
import type { Effect } from '../../../core/customer/model/effect.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { toItem } from '../../../core/customer/model/item.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
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

it('nothing of a commit is lost on its way, also what a newer item says besides', () => {
  const effects = [{ type: 'timer', enrolment: 'e1', timer: 1, due: 5, at: 5, newer: true }] as unknown as Effect[];
  const entry = { kind: 'goal', at: '2026-03-02T10:00:00.000Z', customer: 'ada', newer: 1 } as unknown as JournalEntry;
  const commit = { id: 'ada', version: 2, at: 5, firstSeenAt: 1, journal: [entry], effects };
  expect(readCommit(toItem({ ...emptyCustomer('ada', 0), ...commit }))).toEqual(commit);
});

it('what is no item is refused', () => {
  expect(() => Commit.parse({ id: 'ada', version: 1 })).toThrow('journal');
});
