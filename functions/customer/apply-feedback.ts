import type { EventType } from '../../language/catalogue/event.ts';
import { Channel } from '../../language/catalogue/policy.ts';
import { ADDRESS } from '../gate/reach.ts';
import { type Draft, note } from './draft.ts';
import type { IncomingEvent } from './incoming.ts';

/** What a provider or the customer told us about a message; it settles what was `unknown`. */
export const applyFeedback = (draft: Draft, { feedback }: EventType, { at, fields }: IncomingEvent): void => {
  if (!feedback) return;
  const { state } = draft;
  const channel = Channel.safeParse(fields.channel).data ?? 'email';
  const [enrolment, step] = typeof fields.decision === 'string' ? fields.decision.split('/') : [];
  if (feedback === 'bounced' || feedback === 'complained') {
    const known = state.unreachable[channel];
    const stricter = known?.why === 'complained' && feedback === 'bounced';
    const addressAt = state.attributes[ADDRESS[channel] ?? '']?.at ?? 0;
    if (!stricter && addressAt <= Date.parse(at)) state.unreachable[channel] = { why: feedback, at: Date.parse(at) };
  }
  const decision = state.decisions.find((known) => known.enrolment === enrolment && known.step === step);
  if (decision?.outcome === 'unknown') decision.outcome = feedback === 'bounced' ? 'failed' : 'sent';
  note(draft, {
    kind: 'delivery',
    status: feedback,
    channel,
    ...(enrolment ? { enrolment } : {}),
    ...(step ? { step } : {}),
  });
};
