import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Channel } from '../../language/catalogue/channel.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { KnownMark } from '../customer/model/address-mark.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { withMarks } from '../customer/with-marks.ts';
import { ownValue } from '../own-value.ts';
import { blockOf, topicRefused } from './reach.ts';

/** Whether what is known of an address forbids a message for which the gate was clear. */
export const isBarred = (
  state: CustomerState,
  { channel, moment, purpose }: { channel: Channel; moment: string; purpose: Purpose },
  marks: readonly KnownMark[],
  { policy, moments }: Pick<Catalogue, 'policy' | 'moments'>,
): boolean => {
  if (marks.length === 0) return false;
  const stateWithMarks = { ...state, ...withMarks(state, channel, marks) };
  const topic = ownValue(moments, moment)?.topic;
  return (
    blockOf(stateWithMarks, channel, policy) !== undefined ||
    topicRefused(stateWithMarks, topic, purpose, policy.purposes[purpose].optIn)
  );
};
