import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { isSendable } from '../../language/catalogue/channel.ts';
import type { Asks } from './contract/acting.ts';

/** What a message that went out to a customer asks: undefined of what did not, or is not there any more. */
export const asksOf = ({ outcome, channel, moment }: DecisionEntry, { moments }: Catalogue): Asks | undefined => {
  const definition = ownValue(moments, moment);
  if (outcome !== 'sent' || channel === undefined || !isSendable(channel) || !definition) return undefined;
  const { asks, taps, copy } = definition;
  const words = taps ? copy.default?.asks?.words : undefined;
  return {
    ...(asks === undefined || asks === 'open' ? {} : { scale: asks }),
    ...(words ? { words } : {}),
  };
};
