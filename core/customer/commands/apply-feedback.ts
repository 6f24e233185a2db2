import { addressOf, Channel, channelKind, FEEDBACK_CHANNEL } from '../../../language/catalogue/channel.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { ownValue } from '../../own-value.ts';
import type { Wish } from '../../wish/read-wish.ts';
import { parseDecisionId } from '../decision-id.ts';
import { type Draft, note } from '../draft.ts';
import { consentKey } from '../model/consent.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import type { Decision } from '../model/state.ts';
import { type Choice, choose } from './apply-consent.ts';

/** Closes a channel: by a bounce unless the address is newer, by a complaint unless it was opened again since. */
const close = ({ state }: Draft, channel: Channel, why: 'bounced' | 'complained', at: number): void => {
  const current = state.unreachable[channel];
  if (current?.why === 'complained' && why === 'bounced') return;
  const address = state.attributes[addressOf(channel) ?? ''];
  const wish = state.consent[consentKey('channel', channel)];
  const grantedAt = wish?.choice === 'granted' ? wish.at : 0;
  const openedAt = why === 'bounced' ? (address?.since ?? address?.at ?? 0) : grantedAt;
  if (openedAt > at) return;
  const failed = { why, at: current?.why === why ? Math.max(current.at, at) : at };
  state.unreachable = { ...state.unreachable, [channel]: failed };
};

/** To whom a line is as much as a call, as the law has it: a wish about one is about all of them. */
const isShort = (channel: Channel): boolean => channelKind(channel)?.body === 'short-text';

/**
 * What a reply or a carrier says they chose. A topic where they ask no more of a message than that it ends; a way of
 * short texts as a whole. A word opens such a way again; of another, `start` may be the answer to a question.
 */
const choiceOf = (
  { deps }: Draft,
  wish: Wish,
  channel: Channel,
  decision: Decision | undefined,
): Choice | undefined => {
  const whole = { kind: 'channel' as const, id: channel };
  if (wish === 'return') return isShort(channel) ? { ...whole, choice: 'granted' } : undefined;
  const topic = decision && ownValue(deps.catalogue.moments, decision.moment)?.topic;
  if (wish === 'leave-all' || topic === undefined || isShort(channel)) return { ...whole, choice: 'withdrawn' };
  return { kind: 'topic', id: topic, choice: 'withdrawn' };
};

/** What a provider or the customer told us about a message; it settles what was `unknown`. */
export const applyFeedback = (draft: Draft, { feedback }: EventType, event: IncomingEvent): void => {
  if (!feedback) return;
  const { fields } = event;
  const at = Date.parse(event.at);
  const { state } = draft;
  const { enrolment, step, visit } = parseDecisionId(fields.decision);
  const decision = state.decisions.find(
    (one) => one.enrolment === enrolment && one.step === step && one.visit === visit,
  );
  const channel = Channel.safeParse(fields.channel).data ?? decision?.channel ?? FEEDBACK_CHANNEL;
  if (feedback === 'bounced' || feedback === 'complained') close(draft, channel, feedback, at);
  const wish = feedback === 'opted-out' ? 'leave-all' : event.wish;
  const chose = wish && choiceOf(draft, wish, channel, decision);
  if (chose) choose(draft, chose, at);
  if (decision?.outcome === 'unknown') {
    const isLost = feedback === 'bounced' || feedback === 'opted-out';
    const settled: Decision = { ...decision, outcome: isLost ? 'failed' : 'sent' };
    state.decisions = state.decisions.map((one) => (one === decision ? settled : one));
  }
  note(draft, {
    kind: 'delivery',
    status: feedback,
    channel,
    ...(enrolment ? { enrolment } : {}),
    ...(step ? { step } : {}),
    ...(chose ? { chose } : {}),
  });
};
