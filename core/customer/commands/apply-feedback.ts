import { addressOf, Channel, FEEDBACK_CHANNEL } from '../../../language/catalogue/channel.ts';
import type { EventType } from '../../../language/catalogue/event.ts';
import { parseDecisionId } from '../decision-id.ts';
import { type Draft, note } from '../draft.ts';
import { consentKey } from '../model/consent.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import type { Decision } from '../model/state.ts';

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

/** What a provider or the customer told us about a message; it settles what was `unknown`. */
export const applyFeedback = (draft: Draft, { feedback }: EventType, { at, fields }: IncomingEvent): void => {
  if (!feedback) return;
  const { state } = draft;
  const { enrolment, step, visit } = parseDecisionId(fields.decision);
  const decision = state.decisions.find(
    (one) => one.enrolment === enrolment && one.step === step && one.visit === visit,
  );
  const channel = Channel.safeParse(fields.channel).data ?? decision?.channel ?? FEEDBACK_CHANNEL;
  if (feedback === 'bounced' || feedback === 'complained') close(draft, channel, feedback, Date.parse(at));
  if (decision?.outcome === 'unknown') {
    const settled: Decision = { ...decision, outcome: feedback === 'bounced' ? 'failed' : 'sent' };
    state.decisions = state.decisions.map((known) => (known === decision ? settled : known));
  }
  note(draft, {
    kind: 'delivery',
    status: feedback,
    channel,
    ...(enrolment ? { enrolment } : {}),
    ...(step ? { step } : {}),
  });
};
