import { beforeEach, describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../../core/customer/model/state.ts';
import type { PairStore, RemovingStore } from '../../../../functions/shared/stores/store.ts';

const T0 = Date.parse('2026-03-02T10:00:00Z');

const at = (version: number, id = 'ada', more: Partial<CustomerState> = {}): CustomerState => ({
  ...emptyCustomer(id, T0),
  version,
  ...more,
});

/** What every customer store must do; `open` gives one with nothing in it. */
export const storeContract = (
  name: string,
  open: () => (RemovingStore & PairStore) | Promise<RemovingStore & PairStore>,
): void => {
  describe(`${name} keeps the store contract`, () => {
    let store: RemovingStore & PairStore;
    beforeEach(async () => {
      store = await open();
    });

    it('knows nobody before their first commit', async () => {
      expect(await store.load('ada')).toBeUndefined();
    });

    it('gives back what was committed, as it was', async () => {
      const state = at(1, 'ada', {
        attributes: {
          firstName: { value: 'Ada “☕” \u0000', provenance: 'stated', event: 'customer.signed_up', at: T0 },
        },
        seenSince: Number.MAX_SAFE_INTEGER,
        journal: [
          { kind: 'goal', at: '2026-03-02T10:00:00.000Z', customer: 'ada', journey: 'j', enrolment: 'e', event: 'x' },
        ],
      });
      expect(await store.commit(state)).toEqual({ committed: true });
      expect(await store.load('ada')).toEqual(state);
    });

    it('takes each next version', async () => {
      for (const version of [1, 2, 3]) expect(await store.commit(at(version))).toEqual({ committed: true });
      expect((await store.load('ada'))?.version).toBe(3);
    });

    it('takes two together', async () => {
      await store.commit(at(1));
      expect(await store.commitBoth(at(2), at(1, 'bo'))).toBe(true);
      expect((await store.load('ada'))?.version).toBe(2);
      expect((await store.load('bo'))?.version).toBe(1);
    });

    it.each([
      ['the first', at(3), at(1, 'bo')],
      ['the second', at(2), at(2, 'bo')],
      ['the second, which is there,', at(2), at(1, 'cy')],
    ])('takes neither where %s was overtaken', async (_, one, other) => {
      await store.commit(at(1));
      await store.commit(at(1, 'cy', { seenSince: 1 }));
      expect(await store.commitBoth(one, other)).toBe(false);
      expect(await store.load('ada')).toEqual(at(1));
      expect(await store.load('bo')).toBeUndefined();
      expect(await store.load('cy')).toEqual(at(1, 'cy', { seenSince: 1 }));
    });

    it('refuses a first commit where there is one, and gives it back', async () => {
      await store.commit(at(1, 'ada', { seenSince: 7 }));
      const refused = await store.commit(at(1, 'ada', { seenSince: 8 }));
      expect(refused).toEqual({ committed: false, current: at(1, 'ada', { seenSince: 7 }) });
    });

    it('refuses a version that was overtaken, and gives the newest back', async () => {
      await store.commit(at(1));
      await store.commit(at(2, 'ada', { seenSince: 2 }));
      const refused = await store.commit(at(2, 'ada', { seenSince: 3 }));
      expect(refused).toEqual({ committed: false, current: at(2, 'ada', { seenSince: 2 }) });
      expect(await store.load('ada')).toEqual(at(2, 'ada', { seenSince: 2 }));
    });

    it('refuses a version that skips one, and one of somebody who was never committed', async () => {
      expect(await store.commit(at(5))).toEqual({ committed: false, current: undefined });
      await store.commit(at(1));
      expect(await store.commit(at(3))).toMatchObject({ committed: false, current: { version: 1 } });
    });

    it('keeps customers apart, whatever their ids are', async () => {
      const ids = ['ada', 'Ada', 'ada ', 'ada#1', '日本/☕', `${'x'.repeat(512)}`];
      for (const id of ids) expect(await store.commit(at(1, id))).toEqual({ committed: true });
      for (const id of ids) expect((await store.load(id))?.id).toBe(id);
    });

    it('removes the version it is told, and no other; then nobody is known and may begin anew', async () => {
      await store.commit(at(1));
      await store.commit(at(2));
      await store.remove('ada', 1);
      expect((await store.load('ada'))?.version).toBe(2);
      for (const _ of [1, 2]) await store.remove('ada', 2);
      expect(await store.load('ada')).toBeUndefined();
      expect(await store.commit(at(1))).toEqual({ committed: true });
    });

    it('lets one of many commits of a version win', async () => {
      const tries = await Promise.all([1, 2, 3, 4, 5].map((seenSince) => store.commit(at(1, 'ada', { seenSince }))));
      const won = tries.flatMap(({ committed }, index) => (committed ? [index + 1] : []));
      expect(won).toHaveLength(1);
      expect((await store.load('ada'))?.seenSince).toBe(won[0]);
    });
  });
};
