import { addressOf, type Channel } from '../../../language/catalogue/channel.ts';
import type { Draft } from '../draft.ts';
import { consentKey } from '../model/consent.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { reopen } from './apply-consent.ts';
import { markAddress } from './mark-address.ts';

/** Since when a channel has the address that it has. */
export const addressSince = ({ attributes }: CustomerState, channel: Channel): Millis => {
  const address = attributes[addressOf(channel) ?? ''];
  return address?.since ?? address?.at ?? 0;
};

/** Closes a channel: by a bounce unless the address is newer, by a complaint unless it was opened again since. */
export const close = (
  { state }: Pick<Draft, 'state'>,
  channel: Channel,
  why: 'bounced' | 'complained',
  at: Millis,
  soft = false,
): void => {
  const current = state.unreachable[channel];
  if (current?.why === 'complained' && why === 'bounced') return;
  const wish = state.consent[consentKey('channel', channel)];
  const grantedAt = wish?.choice === 'granted' ? wish.at : 0;
  if ((why === 'bounced' ? addressSince(state, channel) : grantedAt) > at) return;
  // Whoever has bounced for good stays so.
  const isSoft = soft && (current?.why !== why || current.soft === true);
  const failed = {
    why,
    at: current?.why === why ? Math.max(current.at, at) : at,
    ...(isSoft ? { soft: true as const } : {}),
  };
  state.unreachable = { ...state.unreachable, [channel]: failed };
  if (!isSoft) markAddress({ state }, channel, { about: why, at: failed.at });
};

const forgetSoftBounces = (state: CustomerState, channel: Channel): void => {
  const { [channel]: _, ...others } = state.softBounces ?? {};
  state.softBounces = others;
};

/** A mailbox that is full, or a server that is away: one of these is no reason to give an address up, several in a row are. */
export const countSoftBounce = (draft: Draft, channel: Channel, at: Millis): void => {
  const { state } = draft;
  if (addressSince(state, channel) > at) return;
  const current = state.softBounces?.[channel];
  const count = (current?.count ?? 0) + 1;
  const newest = Math.max(at, current?.at ?? 0);
  state.softBounces = { ...state.softBounces, [channel]: { count: Math.min(count, LIMITS.softBounces), at: newest } };
  if (count >= LIMITS.softBounces) close(draft, channel, 'bounced', newest, true);
};

/** What arrives after soft bounces ends their row, and opens what they had closed. */
export const endSoftBounces = ({ state }: Draft, channel: Channel, at: Millis): void => {
  const current = state.softBounces?.[channel];
  if (!current || current.at > at) return;
  forgetSoftBounces(state, channel);
  if (state.unreachable[channel]?.soft) reopen(state, channel);
};

/** A new address has not bounced yet. Whoever complained about us did not complain about an address. */
export const forgetBounces = (state: CustomerState, channel: Channel, at: Millis): void => {
  const failed = state.unreachable[channel];
  if (failed?.why === 'bounced' && failed.at < at) reopen(state, channel);
  const soft = state.softBounces?.[channel];
  if (soft && soft.at < at) forgetSoftBounces(state, channel);
};
