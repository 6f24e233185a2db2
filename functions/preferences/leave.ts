import type { Context } from 'hono';
import { customerWords } from '../../language/catalogue/channel.ts';
import { type ClaimOf, claimOf, type PreferencesDeps } from './deps.ts';
import { choiceEvent } from './events.ts';
import { type Leaving, leavePage, leftPage } from './pages.ts';

const leaving = ({ catalogue }: PreferencesDeps, { topic, channel }: ClaimOf<'unsubscribe'>): Leaving => ({
  topic: topic === undefined ? undefined : (catalogue.policy.topics[topic] ?? topic),
  channel: customerWords(channel)?.noun ?? channel,
});

/** Asks: a scanner that opens the link leaves nothing. */
export const askToLeave = (deps: PreferencesDeps) => async (c: Context) =>
  c.html(leavePage(leaving(deps, await claimOf(deps, c, 'unsubscribe'))));

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
  return c.html(leftPage(leaving(deps, claim)));
};
