import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashAssignment } from '../../../../core/customer/assignment.ts';
import { createChange } from '../../../../functions/shared/stores/change.ts';
import { follow, idsOf } from '../../../../functions/shared/stores/follow.ts';
import { createMerge } from '../../../../functions/shared/stores/merge.ts';
import type { PairStore } from '../../../../functions/shared/stores/store.ts';
import { createMemoryStore } from '../../../../simulator/world/customers.memory.ts';
import { catalogue } from '../../../support/catalogue.ts';
import { T0 } from '../../../support/customer.ts';
import { runs } from '../../../support/depth.ts';
import { MERGED } from '../../../support/two-ids.ts';

const event = (id: string, type: string, fields: Record<string, unknown>) => ({
  id,
  type,
  at: new Date(T0).toISOString(),
  fields,
  signals: [],
});

const open = (wrap: (store: PairStore) => PairStore = (store) => store) => {
  const store = wrap(createMemoryStore());
  const reduceDeps = async () => ({
    catalogue: catalogue({ events: MERGED }),
    catalogueNumber: 1,
    paused: new Set<string>(),
    assignment: hashAssignment,
  });
  const deps = { store, now: () => T0, reduceDeps };
  const [change, both] = [createChange(deps), createMerge(deps)];
  return {
    store,
    tell: (id: string, eventId: string) => change(id, { kind: 'event', event: event(eventId, 'start', {}) }),
    merge: (from: string, into: string) =>
      both(from, into, event(`${from}-${into}`, 'customer.merged', { from, into })),
  };
};

const id = fc.constantFrom('a', 'b', 'c', 'd');
const pair = fc.tuple(id, id).filter(([from, into]) => from !== into);

describe('merges at one time', () => {
  it('leave one person for whoever was told to be one, and no id that leads nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 6 }), fc.array(id), async (pairs, customers) => {
        const { store, merge, tell } = open();
        await Promise.all([
          ...pairs.map(([from, into]) => merge(from, into)),
          ...customers.map((one, index) => tell(one, `told-${index}`)),
        ]);
        const groups = new Map(['a', 'b', 'c', 'd'].map((one) => [one, new Set([one])]));
        for (const [from, into] of pairs) {
          const joined = new Set([...(groups.get(from) ?? []), ...(groups.get(into) ?? [])]);
          for (const one of joined) groups.set(one, joined);
        }
        const seen: string[] = [];
        for (const [one, group] of groups) {
          const person = await follow(store.load, one);
          expect(new Set(await idsOf(store.load, one))).toEqual(group);
          for (const other of group) expect((await follow(store.load, other)).id).toBe(person.id);
          if (person.id === one) seen.push(...Object.keys(person.state?.seen ?? {}));
        }
        // Each event was applied once, to whoever it was about by then; of merges those that joined two.
        const joins = 4 - new Set([...groups.values()].map((group) => [...group].sort().join())).size;
        expect(seen).toHaveLength(customers.length + joins);
      }),
      { numRuns: runs(200) },
    );
  });

  it('gives up after many conflicts, with nothing written', async () => {
    const { store, merge, tell } = open((one) => ({ ...one, commitBoth: async () => false }));
    await tell('a', 'first');
    await expect(merge('a', 'b')).rejects.toThrow('Try again');
    expect(await store.load('b')).toBeUndefined();
    expect((await store.load('a'))?.movedTo).toBeUndefined();
  });
});

describe('a change of an id that becomes an alias meanwhile', () => {
  it('is made of the one that it leads to', async () => {
    const { store, merge, tell } = open();
    await tell('a', 'first');
    const customer = await store.load('a');
    await merge('a', 'b');
    const change = createChange({
      store,
      now: () => T0,
      reduceDeps: async () => ({
        catalogue: catalogue({ events: MERGED }),
        catalogueNumber: 1,
        paused: new Set(),
        assignment: hashAssignment,
      }),
    });
    // It had read the item before.
    const { after } = await change('a', { kind: 'event', event: event('second', 'done', {}) }, customer);
    expect(after.id).toBe('b');
    expect(Object.keys((await store.load('b'))?.seen ?? {})).toHaveLength(3);
    expect((await store.load('a'))?.version).toBe(2);
  });
});
