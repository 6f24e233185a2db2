import { addressOf, type Channel, SENDABLE } from '../../../language/catalogue/channel.ts';
import { ownValue } from '../../own-value.ts';
import type { Draft } from '../draft.ts';
import type { AddressMarks, KnownMark } from '../model/address-mark.ts';
import { consentKey } from '../model/consent.ts';

/** Carries out of the commit what is known of a channel's address from now on, whoever has it. */
export const markAddress = ({ state }: Pick<Draft, 'state'>, channel: Channel, mark: KnownMark): void => {
  const address = state.attributes[addressOf(channel) ?? '']?.value;
  if (typeof address !== 'string') return;
  const { marks = [] } = state;
  const isOf = (one: AddressMarks): boolean => one.channel === channel && one.address === address;
  const { known: earlier = [] } = marks.find(isOf) ?? {};
  state.marks = [...marks.filter((one) => !isOf(one)), { channel, address, known: [...earlier, mark] }];
};

/** A topic is left by every way. */
export const markTopic = (
  draft: Draft,
  topic: string,
  { choice, at }: { choice: 'granted' | 'withdrawn'; at: number },
): void => {
  if (ownValue(draft.deps.catalogue.policy.topics, topic) === undefined) return;
  for (const channel of SENDABLE) markAddress(draft, channel, { about: 'topic', topic, choice, at });
};

/** What somebody has left, and that they complained, goes with them to a new address. */
export const markNewAddress = (draft: Draft, channel: Channel): void => {
  const { consent, unreachable } = draft.state;
  const left = (key: string) => (consent[key]?.choice === 'withdrawn' ? consent[key] : undefined);
  const failed = unreachable[channel];
  if (failed?.why === 'complained') markAddress(draft, channel, { about: 'complained', at: failed.at });
  const whole = left(consentKey('channel', channel));
  if (whole) markAddress(draft, channel, { about: 'channel', ...whole });
  for (const topic of Object.keys(draft.deps.catalogue.policy.topics)) {
    const wish = left(consentKey('topic', topic));
    if (wish) markAddress(draft, channel, { about: 'topic', topic, ...wish });
  }
};

/** All that is known of an address: wishes of before addresses were known by themselves stand in the item alone. */
export const markForGood = (draft: Draft, channel: Channel): void => {
  const failed = draft.state.unreachable[channel];
  if (failed?.why === 'bounced' && !failed.soft) markAddress(draft, channel, { about: 'bounced', at: failed.at });
  markNewAddress(draft, channel);
};
