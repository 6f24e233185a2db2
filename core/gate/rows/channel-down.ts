import { grounds } from '../../explain/context.ts';
import type { GateRow } from '../row.ts';
import { hold } from '../verdict.ts';

/** A fault of ours keeps the channel shut: no message is lost for that, however long it takes us to mend it. */
export const channelDown: GateRow = {
  decide: ({ busyUntil, isDown, now }) =>
    busyUntil > now && isDown === true ? hold('channel-down', busyUntil) : undefined,
  words: 'our own sending did not work',
  explain: ({ decision: { channel = 'The sending service' } }) =>
    grounds(
      [
        `${channel} did not let us send at all: a right that is missing, or an account that may not send. It surely did not go out.`,
      ],
      ['As soon as an operator has mended that it goes out, within two hours. The wait takes nothing of its patience.'],
    ),
};
