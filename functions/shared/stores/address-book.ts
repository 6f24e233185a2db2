import type { AddressMarks, KnownMark } from '../../../core/customer/model/address-mark.ts';
import type { Channel } from '../../../language/catalogue/channel.ts';

/** Port: what is known of addresses, whoever has them. It knows no customer, and outlives every one. */
export interface AddressBook {
  /** Of two about the same thing the newer stays; of two of one time the one that withdraws. */
  write(marks: readonly AddressMarks[]): Promise<void>;
  read(channel: Channel, address: string): Promise<KnownMark[]>;
}

/** What a mark is about: of these an address has one each. */
export const subjectOfMark = ({ about, topic }: KnownMark): string => (about === 'topic' ? `topic#${topic}` : about);
