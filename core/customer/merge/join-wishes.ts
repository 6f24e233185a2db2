import { addressOf, Channel, SENDABLE } from '../../../language/catalogue/channel.ts';
import { joinRhythm } from '../commands/apply-choices.ts';
import { trimConsent } from '../commands/apply-consent.ts';
import { markNewAddress } from '../commands/mark-address.ts';
import type { Draft } from '../draft.ts';
import { plainAddress } from '../model/address-mark.ts';
import type { CustomerState } from '../model/state.ts';
import { newer, union } from './join-facts.ts';

type Consent = CustomerState['consent'][string];
type Unreachable = CustomerState['unreachable'];

/** The stricter, whatever its time: who said no by one id has not said yes for the other. It is as new as the newer of both. */
const stricter = (one: Consent, other: Consent): Consent =>
  one.choice === other.choice ? newer(one, other) : { choice: 'withdrawn', at: Math.max(one.at, other.at) };

const addressIn = ({ attributes }: CustomerState, channel: Channel): string => {
  const value = attributes[addressOf(channel) ?? '']?.value;
  return value === undefined ? '' : plainAddress(String(value));
};

/** A complaint is about us and stays. What bounced was an address: it counts where that is the one that stays. */
const failedOf = (
  channel: Channel,
  state: CustomerState,
  sides: readonly CustomerState[],
): Unreachable[Channel] | undefined => {
  const failed = sides.flatMap((side) => {
    const one = side.unreachable[channel];
    return one && (one.why === 'complained' || addressIn(side, channel) === addressIn(state, channel)) ? [one] : [];
  });
  const rank = ({ why, soft, at }: (typeof failed)[number]) => (why === 'complained' ? 2e15 : soft ? 0 : 1e15) + at;
  return failed.sort((one, other) => rank(other) - rank(one))[0];
};

const softOf = (channel: Channel, state: CustomerState, sides: readonly CustomerState[]) =>
  sides
    .filter((side) => addressIn(side, channel) === addressIn(state, channel))
    .flatMap((side) => side.softBounces?.[channel] ?? [])
    .sort((one, other) => other.count - one.count)[0];

/** Choices, silence and ways out of reach; `state` has the attributes of both already, `own` is as it was before. */
export const joinWishes = (draft: Draft, own: CustomerState, from: CustomerState): void => {
  const { state } = draft;
  state.consent = union(own.consent, from.consent, stricter);
  trimConsent(draft);
  const pauses = [own.paused, from.paused].flatMap((paused) => paused ?? []);
  const [longest] = pauses.sort((one, other) => other.until - one.until);
  if (longest) state.paused = { ...longest, at: Math.max(...pauses.map(({ at }) => at)) };
  joinRhythm(state, own, from);
  const sides = [own, from];
  const [unreachable, softBounces]: [Unreachable, NonNullable<CustomerState['softBounces']>] = [{}, {}];
  for (const channel of Channel.options) {
    const failed = failedOf(channel, state, sides);
    if (failed) unreachable[channel] = failed;
    const soft = softOf(channel, state, sides);
    if (soft) softBounces[channel] = soft;
  }
  state.unreachable = unreachable;
  if (own.softBounces || from.softBounces) state.softBounces = softBounces;
  // What was left by one id is left at the address of the other.
  for (const channel of SENDABLE) markNewAddress(draft, channel);
};
