import { grounds } from '../../explain/context.ts';
import { when } from '../../explain/tell.ts';
import type { GateRow } from '../row.ts';
import { held } from '../verdict.ts';

/** The channel took nothing more just now: it is left alone for a while. */
export const channelBusy: GateRow = {
  decide: ({ busyUntil, isDown, now }) =>
    busyUntil > now && isDown !== true ? held('channel-busy', busyUntil) : undefined,
  words: 'the sending service was busy',
  explain: ({ decision: { channel = 'The sending service', until }, zone }) =>
    grounds(
      [`${channel} took nothing more just then, and it surely did not go out.`],
      [
        until === undefined
          ? 'It is asked about again a little later, and after longer each time.'
          : `It is asked about again by ${when(Date.parse(until), zone)}, and after longer each time.`,
      ],
    ),
};
