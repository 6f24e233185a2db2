import { emptyCustomer } from './model/empty-customer.ts';
import { knownSinceOf } from './model/facts.ts';
import type { CustomerState } from './model/state.ts';

/** The same, with no time of it after `now`, in milliseconds. */
const by = <Dated extends { at: number }>(dated: Record<string, Dated>, now: number): Record<string, Dated> =>
  Object.fromEntries(Object.entries(dated).map(([name, one]) => [name, { ...one, at: Math.min(one.at, now) }]));

/**
 * Who somebody is and what they chose, as if it had been so at an earlier time, in milliseconds: attributes, consent, how often and
 * when they hear from us, and channels that reach them no more. Nothing of what happened to them: no mood, no journeys, no messages.
 */
export const asKnown = (
  { id, firstSeenAt, knownSince, attributes, consent, unreachable, frequency, hours }: CustomerState,
  now: number,
): CustomerState => ({
  ...emptyCustomer(id, now),
  firstSeenAt: Math.min(knownSinceOf({ firstSeenAt, knownSince }), now),
  attributes: by(attributes, now),
  consent: by(consent, now),
  unreachable: by(unreachable, now),
  ...(frequency && { frequency }),
  ...(hours && { hours }),
});
