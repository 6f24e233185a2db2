import { addressOf, type Channel, channelKind } from '../../language/catalogue/channel.ts';
import type { Provenance } from '../../language/catalogue/event.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Policy } from '../../language/catalogue/policy.ts';
import { isSocial } from '../../language/catalogue/purpose.ts';
import type { Reason } from '../../language/catalogue/reason.ts';
import { consentKey } from '../customer/model/consent.ts';
import type { CustomerState } from '../customer/model/state.ts';

/** Whether the customer knows that we know it: told by them, or their own use of our service. */
export const isShared = (provenance: Provenance): boolean => provenance === 'stated' || provenance === 'observed';

/** Why a channel does not reach them. */
export type Blocked = Extract<Reason, 'no-channel' | 'bounced' | 'complained' | 'unsubscribed'>;

/** The channel that reaches a customer, or why none of the moment's does. */
export type Reach = { channel: Channel } | { blocked: Blocked };

/** What of the policy decides whether a channel is open at all. */
export type Open = Pick<Policy, 'inbox'>;

/** Whether a channel reaches nobody at all: no product shows it. */
export const isShut = (channel: Channel, { inbox }: Open): boolean =>
  inbox === undefined && channelKind(channel)?.isShownByProduct === true;

/** All that keeps a channel from reaching them; what is told first comes first. */
export const blocksOf = (state: CustomerState, channel: Channel, policy: Open): Blocked[] => {
  if (isShut(channel, policy)) return ['no-channel'];
  const address = addressOf(channel);
  const failed = state.unreachable[channel];
  const isWithdrawn = state.consent[consentKey('channel', channel)]?.choice === 'withdrawn';
  return [
    ...(address !== undefined && state.attributes[address] === undefined ? ['no-channel' as const] : []),
    ...(failed ? [failed.why] : []),
    ...(isWithdrawn ? ['unsubscribed' as const] : []),
  ];
};

/** Why a channel does not reach them, if it does not. */
export const blockOf = (state: CustomerState, channel: Channel, policy: Open): Blocked | undefined =>
  blocksOf(state, channel, policy)[0];

/** The channel that reaches this customer: the preferred one if the moment lists it, else its first; or why none does. */
export const reach = (state: CustomerState, channels: readonly Channel[], policy: Open): Reach => {
  const preferred = channels.find((channel) => channel === state.attributes.preferredChannel?.value);
  const inOrder = preferred ? [preferred, ...channels.filter((channel) => channel !== preferred)] : channels;
  const blocks = inOrder.map((channel) => ({ channel, why: blockOf(state, channel, policy) }));
  const open = blocks.find(({ why }) => why === undefined);
  if (open) return { channel: open.channel };
  return { blocked: blocks.find(({ why }) => why !== 'no-channel')?.why ?? 'no-channel' };
};

/** Whether relationship and promotional moments are unwelcome by topic: withdrawn, or not granted where policy asks for it. */
export const topicRefused = (
  state: CustomerState,
  topic: Moment['topic'],
  purpose: Purpose,
  optIn: boolean | undefined,
): boolean => {
  if (!isSocial(purpose)) return false;
  const choice = topic === undefined ? undefined : state.consent[consentKey('topic', topic)]?.choice;
  return choice === 'withdrawn' || (optIn === true && choice !== 'granted');
};
