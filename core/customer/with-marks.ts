import type { Channel } from '../../language/catalogue/channel.ts';
import type { KnownMark } from './model/address-mark.ts';
import { consentKey } from './model/consent.ts';
import type { CustomerState } from './model/state.ts';

/** What marks of its address add to what is known of a way: they close, and never open. */
export type Closed = Pick<CustomerState, 'consent' | 'unreachable'>;

/** The latest yes to a way outweighs what its address was known for until then, whoever said it. */
const grantedAt = (state: CustomerState, channel: Channel, marks: readonly KnownMark[]): number => {
  const own = state.consent[consentKey('channel', channel)];
  const yes = marks.filter(({ about, choice }) => about === 'channel' && choice === 'granted').map(({ at }) => at);
  return Math.max(own?.choice === 'granted' ? own.at : 0, ...yes);
};

export const withMarks = (state: CustomerState, channel: Channel, marks: readonly KnownMark[]): Closed => {
  let { consent, unreachable } = state;
  const granted = grantedAt(state, channel, marks);
  for (const { about, topic, choice, at } of marks) {
    if (about === 'bounced' || about === 'complained') {
      const stands = granted <= at && unreachable[channel]?.why !== 'complained';
      if (stands) unreachable = { ...unreachable, [channel]: { why: about, at } };
    } else if (choice === 'withdrawn' && (about === 'channel' || topic !== undefined)) {
      const key = about === 'channel' ? consentKey('channel', channel) : consentKey('topic', topic ?? '');
      const current = consent[key];
      if (!current || current.at <= at) consent = { ...consent, [key]: { choice, at } };
    }
  }
  return { consent, unreachable };
};
