import { grounds } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** The channel took nothing more just now: it is left alone for a while. */
export const channelBusy: GateRow = {
  decide: ({ busyUntil, isDown, now }) =>
    busyUntil > now && isDown !== true ? hold('channel-busy', busyUntil) : undefined,
  words: 'the sending service was busy',
  explain: ({ decision: { channel = 'The sending service', outcome, until }, zone }) => {
    const again = until === undefined ? 'a little later' : `by ${when(until, zone)}`;
    return grounds(
      [`${channel} took nothing more just then, and it surely did not go out.`],
      [
        outcome === 'held'
          ? `It is asked about again ${again}; as long as nothing is taken, after longer each time.`
          : 'Had it been taken in time, it would have gone out.',
      ],
    );
  },
};
