import { grounds } from '../../explain/context.ts';
import type { GateRow } from '../row.ts';

/** The channel said no: surely not sent. */
export const channelRefused: GateRow = {
  words: 'the sending service refused it',
  explain: ({ decision: { channel } }) =>
    grounds(
      [
        `Nothing spoke against it, but ${channel ?? 'the channel'} refused it: a sender that is not verified, or an address that it does not take.`,
      ],
      ['With a verified sender and an address that works it would have gone out.'],
      { channels: channel ? [channel] : [] },
    ),
};
