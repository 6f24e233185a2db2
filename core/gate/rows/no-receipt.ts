import { grounds, policyOf } from '../../explain/context.ts';
import type { GateRow } from '../row.ts';

/** Nobody knows whether it went out. */
export const noReceipt: GateRow = {
  words: 'nobody knows whether it went out',
  explain: (context) => {
    const { channel, purpose } = context.decision;
    const why =
      policyOf(context).ifUnsure === 'drop'
        ? `${purpose} messages are not sent a second time then (ifUnsure: drop)`
        : 'when it could be asked about again, it was not to go out any more';
    return grounds(
      [`Nothing spoke against it, but ${channel ?? 'the channel'} did not say whether it went out; ${why}.`],
      ['Feedback of the provider settles it, where there is any.'],
    );
  },
};
