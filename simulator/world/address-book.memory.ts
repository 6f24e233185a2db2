import { type KnownMark, plainAddress } from '../../core/customer/model/address-mark.ts';
import { type AddressBook, subjectOfMark } from '../../functions/shared/stores/address-book.ts';
import type { Channel } from '../../language/catalogue/channel.ts';

/** What is known of addresses, in memory. */
export const createMemoryAddressBook = (): AddressBook => {
  const all = new Map<string, Map<string, KnownMark>>();
  const keyOf = (channel: Channel, address: string): string => `${channel} ${plainAddress(address)}`;
  return {
    write: async (marks) => {
      for (const { channel, address, known } of marks) {
        const ofAddress = all.get(keyOf(channel, address)) ?? new Map<string, KnownMark>();
        all.set(keyOf(channel, address), ofAddress);
        for (const mark of known) {
          const before = ofAddress.get(subjectOfMark(mark));
          const isNewer = !before || before.at < mark.at || (before.at === mark.at && mark.choice === 'withdrawn');
          if (isNewer) ofAddress.set(subjectOfMark(mark), mark);
        }
      }
    },
    read: async (channel, address) => [...(all.get(keyOf(channel, address))?.values() ?? [])],
  };
};
