import type { Context } from 'hono';
import { customerWords } from '../../language/catalogue/channel.ts';
import type { Speech } from '../shared/speech.ts';
import { type ClaimOf, claimOf, type PreferencesDeps } from './deps.ts';
import { choiceEvent } from './events.ts';
import { type Leaving, leavePage, leftPage } from './pages.ts';
import { speechFor } from './speech.ts';

const leaving = (
  { catalogue }: PreferencesDeps,
  { topic, channel }: ClaimOf<'unsubscribe'>,
  { name }: Speech,
): Leaving => ({
  topic: topic === undefined ? undefined : name('topic', topic, catalogue.policy.topics[topic] ?? topic),
  channel: name('channel', channel, customerWords(channel)?.name ?? channel),
});

/** Asks: a scanner that opens the link leaves nothing. */
export const askToLeave = (deps: PreferencesDeps) => async (c: Context) => {
  const claim = await claimOf(deps, c, 'unsubscribe');
  const speech = speechFor(deps.catalogue, c, { state: await deps.load(claim.customer) });
  return c.html(leavePage(speech, leaving(deps, claim, speech)));
};

/**
 * One click by RFC 8058: a mail client posts `List-Unsubscribe=One-Click` with no cookie, no page before it and no
 * redirect after it. The button posts to the same address.
 */
export const leave = (deps: PreferencesDeps) => async (c: Context) => {
  const claim = await claimOf(deps, c, 'unsubscribe');
  const { customer, topic, channel } = claim;
  const what = topic === undefined ? { kind: 'channel' as const, id: channel } : { kind: 'topic' as const, id: topic };
  await deps.publish([choiceEvent(deps.catalogue, customer, { ...what, choice: 'withdrawn' })]);
  deps.count('Unsubscribed');
  // Whoever leaves is let go, also while nothing can be read of them.
  const state = await deps.load(customer).catch((error) => void deps.report(error));
  const speech = speechFor(deps.catalogue, c, { state: state ?? undefined });
  return c.html(leftPage(speech, leaving(deps, claim, speech)));
};
