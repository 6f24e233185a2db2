import { describe, expect, it } from 'vitest';
import type { AddressMarks, KnownMark } from '../../../../core/customer/model/address-mark.ts';
import type { AddressBook } from '../../../../functions/shared/stores/address-book.ts';
import { T0 } from '../../../support/customer.ts';

const ann = { channel: 'email' as const, address: 'ann@example.com' };

const mark = (
  more: Partial<KnownMark>,
  address: Partial<Pick<AddressMarks, 'channel' | 'address'>> = {},
): AddressMarks => ({
  ...ann,
  ...address,
  known: [{ about: 'bounced', at: T0, ...more }],
});

/** What every store of marks does. */
export const addressBookContract = (name: string, open: () => AddressBook | Promise<AddressBook>): void => {
  describe(`marks of addresses in ${name}`, () => {
    it('know nothing of an address of which nobody said anything', async () => {
      expect(await (await open()).read('email', 'ann@example.com')).toEqual([]);
    });

    it('are found however the address is written, and of no other address or way', async () => {
      const marks = await open();
      await marks.write([
        mark({}),
        mark({ about: 'channel', choice: 'withdrawn' }, { channel: 'sms', address: '+44 20 7183 8750' }),
      ]);
      expect(await marks.read('email', ' Ann@Example.COM ')).toEqual([{ about: 'bounced', at: T0 }]);
      expect(await marks.read('sms', '+442071838750')).toEqual([{ about: 'channel', choice: 'withdrawn', at: T0 }]);
      expect(await marks.read('sms', 'ann@example.com')).toEqual([]);
      expect(await marks.read('email', 'anne@example.com')).toEqual([]);
    });

    it('stand side by side, one about each thing', async () => {
      const marks = await open();
      const tips = mark({ about: 'topic', topic: 'tips', choice: 'withdrawn' });
      const offers = mark({ about: 'topic', topic: 'offers', choice: 'granted' });
      await marks.write([mark({}), mark({ about: 'complained' }), tips, offers]);
      expect(await marks.read('email', ann.address)).toHaveLength(4);
    });

    it.each([
      ['the newer', { choice: 'granted', at: T0 + 1 }, 'granted'],
      ['not the older', { choice: 'granted', at: T0 - 1 }, 'withdrawn'],
      ['of two of one time what withdraws, here first', { choice: 'granted', at: T0 }, 'withdrawn'],
    ] as const)('keep %s', async (_, more, choice) => {
      const marks = await open();
      await marks.write([mark({ about: 'channel', choice: 'withdrawn' })]);
      await marks.write([mark({ about: 'channel', ...more })]);
      expect(await marks.read('email', ann.address)).toMatchObject([{ choice }]);
    });

    it('keep of two of one time what withdraws, also where it comes second, and a repeat changes nothing', async () => {
      const marks = await open();
      const withdrawn = mark({ about: 'channel', choice: 'withdrawn' });
      await marks.write([mark({ about: 'channel', choice: 'granted' }), withdrawn, withdrawn]);
      expect(await marks.read('email', ann.address)).toEqual([{ about: 'channel', choice: 'withdrawn', at: T0 }]);
    });
  });
};
