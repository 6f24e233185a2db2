import { Channel, channelKind, FEEDBACK_CHANNEL } from '../../../language/catalogue/channel.ts';
import type { EventType, Feedback } from '../../../language/catalogue/event.ts';
import { ownValue } from '../../own-value.ts';
import type { Wish } from '../../wish/read-wish.ts';
import { parseDecisionId } from '../decision-id.ts';
import { type Draft, note } from '../draft.ts';
import { handOver } from '../hand-over.ts';
import { clip } from '../model/clip.ts';
import type { Decision } from '../model/decision.ts';
import { isLost } from '../model/feedback.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import type { Millis } from '../model/millis.ts';
import { isOneStep } from '../standing.ts';
import { type ConsentChoice, choose } from './apply-consent.ts';
import { addressSince, close, countSoftBounce, endSoftBounces } from './apply-failure.ts';

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
): ConsentChoice | undefined => {
  const whole = { kind: 'channel' as const, id: channel };
  if (wish === 'return') return isShort(channel) ? { ...whole, choice: 'granted' } : undefined;
  const topic = decision && ownValue(deps.catalogue.moments, decision.moment)?.topic;
  if (wish === 'leave-all' || topic === undefined || isShort(channel)) return { ...whole, choice: 'withdrawn' };
  return { kind: 'topic', id: topic, choice: 'withdrawn' };
};

/** What the fate of a message says about its address. */
const judgeAddress = (
  draft: Draft,
  feedback: Feedback,
  channel: Channel,
  { at, stale, decision }: { at: Millis; stale: boolean; decision: Decision | undefined },
): void => {
  const isOfBefore = decision !== undefined && decision.at < addressSince(draft.state, channel);
  // Bounces take hours, and meanwhile somebody may have said where they are now.
  if (isOfBefore && (feedback === 'bounced' || feedback === 'soft-bounced')) return;
  if (feedback === 'bounced' || feedback === 'complained') close(draft, channel, feedback, at);
  // A stale one may be a repeat.
  if (feedback === 'soft-bounced' && !stale) countSoftBounce(draft, channel, at);
  if (feedback === 'delivered') endSoftBounces(draft, channel, at);
};

/** What was sent counts, wherever it arrived; what never left does not. */
const settle = ({ state }: Draft, decision: Decision | undefined, feedback: Feedback): void => {
  if (!decision || (decision.outcome !== 'unknown' && feedback !== 'rejected')) return;
  const settled: Decision = { ...decision, outcome: isLost(feedback) ? 'failed' : 'sent' };
  state.decisions = state.decisions.map((one) => (one === decision ? settled : one));
};

/** What a provider or the customer told us about a message; it settles what was `unknown`, and what was never sent. */
export const applyFeedback = (draft: Draft, { feedback }: EventType, event: IncomingEvent, stale: boolean): void => {
  if (!feedback) return;
  const { at: time, fields, wish: wishOfReply, automatic, leftOut } = event;
  const at = Date.parse(time);
  const { enrolment, step, visit } = parseDecisionId(fields.decision);
  const decision = draft.state.decisions.find(
    (one) => one.enrolment === enrolment && isOneStep(draft, step, one) && one.visit === visit,
  );
  const named = Channel.safeParse(fields.channel).data ?? decision?.channel;
  // Of a channel that nobody here knows it is about no address of ours: it stands in the journal, and judges none.
  const isStrange = named === undefined && leftOut?.some(({ field }) => field === 'channel') === true;
  const channel = isStrange ? undefined : (named ?? FEEDBACK_CHANNEL);
  if (channel !== undefined) judgeAddress(draft, feedback, channel, { at, stale, decision });
  const wish = feedback === 'opted-out' ? 'leave-all' : wishOfReply;
  const chose = wish && channel !== undefined ? choiceOf(draft, wish, channel, decision) : undefined;
  if (chose) choose(draft, chose, at);
  settle(draft, decision, feedback);
  const desk = stale ? undefined : handOver(draft, event);
  note(draft, {
    kind: 'delivery',
    status: feedback,
    ...(automatic && { automatic }),
    ...(channel !== undefined && { channel }),
    ...(enrolment ? { enrolment } : {}),
    ...(step ? { step } : {}),
    ...(typeof fields.cause === 'string' ? { cause: clip(fields.cause, MOST_CAUSE) } : {}),
    ...(feedback === 'clicked' && typeof fields.link === 'string' ? { link: clip(fields.link, MOST_LINK) } : {}),
    ...(chose ? { chose } : {}),
    ...(desk ? { desk } : {}),
  });
};

/** In bytes. */
const MOST_CAUSE = 100;
const MOST_LINK = 200;
