import { grounds } from '../../explain/context.ts';
import type { GateRow } from '../row.ts';
import { held } from '../verdict.ts';

/** The channel took nothing more just now: it is left alone for a while. */
export const channelBusy: GateRow = {
  decide: ({ busyUntil, now }) => (busyUntil > now ? held('channel-busy', busyUntil) : undefined),
  because: 'Our sending service was busy, so we tried again a little later.',
  words: 'the sending service was busy',
  explain: ({ decision: { channel = 'The sending service' } }) =>
    grounds(
      [`${channel} took nothing more just then, and it surely did not go out.`],
      ['A minute later it is asked about again.'],
    ),
};
