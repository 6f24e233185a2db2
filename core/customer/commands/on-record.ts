import type { Ends } from '../../../language/catalogue/task.ts';
import { decideFinally, decisionAt, machineOutcome, noteDecision } from '../decision.ts';
import { type Draft, iso } from '../draft.ts';
import type { Decision } from '../model/state.ts';
import type { SendAnswer } from './on-send.ts';

/** What a channel said about a reserved message. `none`: nobody knows; the lease then runs out. */
export interface RecordCommand {
  enrolment: string;
  step: string;
  attempt: string;
  ends?: Ends | undefined;
  receipt: 'accepted' | 'refused' | 'busy' | 'none';
}

export type RecordAnswer = Exclude<SendAnswer, { outcome: 'reserved' }>;

const MINUTE = 60_000;

/** Records what became of a message. A decision that is final stays as it is. */
export const onRecord = (draft: Draft, command: RecordCommand): RecordAnswer => {
  const { state, now } = draft;
  const decision = decisionAt(state, command.enrolment, command.step);
  if (!decision) return released(draft, command);
  if (decision.outcome !== 'reserved') {
    const went = machineOutcome(decision.outcome);
    return { outcome: went === 'unsent' || went === 'ended' ? went : 'sent' };
  }
  const { channel, because } = decision;
  const details = { ...(channel ? { channel } : {}), ends: command.ends };
  if (command.receipt === 'accepted') {
    decideFinally(draft, decision, 'sent', 'clear', { ...details, ...(because ? { because } : {}) });
    return { outcome: 'sent' };
  }
  const isOurs = decision.attempt === command.attempt;
  if (command.receipt === 'refused' && isOurs) {
    decideFinally(draft, decision, 'failed', 'channel-refused', details);
    return { outcome: 'unsent' };
  }
  if (command.receipt === 'busy' && isOurs) return release(draft, decision);
  return { outcome: 'later', until: decision.lease ?? now };
};

/** Asked again after its reply was lost: the reservation is gone, and the step held or over. */
const released = ({ state }: Draft, { enrolment, step }: RecordCommand): RecordAnswer => {
  const open = state.enrolments[enrolment]?.open;
  return open?.step === step ? { outcome: 'held', until: open.until } : { outcome: 'ended' };
};

/** Surely not sent: the reservation goes, and the step is held for a minute. */
const release = (draft: Draft, decision: Decision): RecordAnswer => {
  const { state, now, deps } = draft;
  state.decisions = state.decisions.filter((known) => known !== decision);
  const enrolment = state.enrolments[decision.enrolment];
  if (enrolment?.open?.step !== decision.step) {
    decideFinally(draft, decision, 'ended', 'enrolment-ended');
    return { outcome: 'ended' };
  }
  const until = now + Math.ceil(MINUTE / deps.catalogue.pace);
  const { open } = enrolment;
  enrolment.open = { ...open, reason: 'channel-busy', reasonSince: now, until };
  noteDecision(draft, decision, 'held', 'channel-busy', { until: iso(until) });
  return { outcome: 'held', until };
};
