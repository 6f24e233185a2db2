import * as z from 'zod';
import { Channel } from '../../../language/catalogue/channel.ts';
import { tolerant } from './tolerant.ts';

/** What is known of an address, whoever has it: it sends messages back, somebody complained, or left a way or a topic. */
export const KnownMark = tolerant({
  about: z.enum(['bounced', 'complained', 'channel', 'topic']),
  /** Of a topic. */
  topic: z.string().optional(),
  /** About a channel or a topic. */
  choice: z.enum(['granted', 'withdrawn']).optional(),
  /** When it happened, in milliseconds. */
  at: z.number(),
});
export type KnownMark = z.infer<typeof KnownMark>;

/** What a commit made known of one address: it rides in that commit. */
export const AddressMarks = tolerant({ channel: Channel, address: z.string(), known: z.array(KnownMark) });
export type AddressMarks = z.infer<typeof AddressMarks>;

/** An address as it is compared: people write one in many ways. */
export const plainAddress = (address: string): string => {
  const text = address.normalize('NFKC').trim().toLowerCase();
  return text.includes('@') ? text : text.replace(/[^\d+\p{L}]/gu, '').replace(/^00/, '+');
};
