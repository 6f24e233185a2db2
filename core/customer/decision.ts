import type { Channel, Purpose } from '../../language/catalogue/kind.ts';
import { isSocial } from '../../language/catalogue/purpose.ts';
import type { DecisionReason } from '../../language/catalogue/reason.ts';
import type { Ends, TaskAnswer } from '../../language/catalogue/task.ts';
import { restsOn } from '../gate/basis.ts';
import { becauseOf } from '../gate/because.ts';
import { own } from '../own.ts';
import { type Draft, iso, note } from './draft.ts';
import { endEnrolment } from './enrolment.ts';
import type { DecisionEntry, Outcome } from './model/journal.ts';
import type { CustomerState, Decision } from './model/state.ts';

export type Final = Exclude<Outcome, 'held' | 'replaced'>;

/** How a machine goes on after a decision. */
export const machineOutcome = (outcome: Final): TaskAnswer['outcome'] => {
  if (outcome === 'ended') return 'ended';
  return outcome === 'suppressed' || outcome === 'escalated' || outcome === 'failed' ? 'unsent' : 'sent';
};

export const decisionAt = (state: CustomerState, enrolment: string, step: string): Decision | undefined =>
  state.decisions.find((decision) => decision.enrolment === enrolment && decision.step === step);

/** Which step of which enrolment a decision is about, and about which moment. */
export interface Place {
  enrolment: string;
  journey: string;
  step: string;
  moment: string;
  purpose: Purpose;
}

type Details = Pick<DecisionEntry, 'until' | 'evidence' | 'basis' | 'instead' | 'with' | 'message'> & {
  channel?: Channel;
  because?: string;
};

/** Journals a decision. */
export const noteDecision = (
  draft: Draft,
  place: Place,
  outcome: Outcome,
  reason: DecisionReason,
  details: Details,
): void => {
  const { state, now, deps } = draft;
  const { because = becauseOf(reason, deps.catalogue), ...rest } = details;
  const { enrolment, journey, step, moment, purpose } = place;
  const copy = own(deps.catalogue.moments, moment);
  note(draft, {
    kind: 'decision',
    journey,
    enrolment,
    step,
    moment,
    purpose,
    outcome,
    reason,
    because,
    ...restsOn({ reason }, { state, now, catalogue: deps.catalogue, copy, purpose }),
    ...rest,
  });
};

/**
 * Journals a step's one final decision, keeps what caps and idempotency need, and ends the enrolment if `ends` says so.
 * A reservation settled after its enrolment went on to last words ends nothing: its step is not in hand any more.
 */
export const decideFinally = (
  draft: Draft,
  place: Place,
  outcome: Final,
  reason: DecisionReason,
  details: Details & { ends?: Ends | undefined } = {},
): void => {
  const { state, now } = draft;
  const { ends, ...said } = details;
  noteDecision(draft, place, outcome, reason, said);
  const { enrolment, journey, step, moment, purpose } = place;
  const earlier = decisionAt(state, enrolment, step);
  state.decisions = state.decisions.filter((decision) => decision !== earlier);
  const channel = said.channel;
  state.decisions.push({
    enrolment,
    journey,
    step,
    moment,
    purpose,
    outcome,
    at: mayHaveGone(earlier, outcome, now),
    ...(channel ? { channel } : {}),
  });
  const running = state.enrolments[enrolment];
  const inHand = earlier === undefined || running?.open?.step === step;
  if (running?.open?.step === step) delete running.open;
  if (!running || !inHand || ends === undefined) return;
  if (ends === 'always' || ends === machineOutcome(outcome)) endEnrolment(draft, enrolment, 'finished');
};

/** When at the latest it may have gone out: what counts for caps and the gap. */
const mayHaveGone = (earlier: Decision | undefined, outcome: Final, now: number): number =>
  outcome === 'unknown' ? Math.min(now, earlier?.lease ?? now) : now;

/** A reservation whose lease is over and whose machine will not come back comes to `unknown`. */
export const settleLapsed = (draft: Draft): void => {
  const { state, now } = draft;
  for (const decision of state.decisions) {
    const lapsed = decision.outcome === 'reserved' && (decision.lease ?? 0) <= now;
    if (lapsed && state.enrolments[decision.enrolment] === undefined) giveUp(draft, decision);
  }
};

/** Nobody can tell whether it went out. */
export const giveUp = (draft: Draft, decision: Decision, ends?: Ends): void =>
  decideFinally(draft, decision, 'unknown', 'no-receipt', {
    ends,
    ...(decision.channel ? { channel: decision.channel } : {}),
  });

/** Drops decisions that neither caps nor idempotency need any more. */
export const pruneDecisions = ({ state, now, deps }: Draft): void => {
  const { policy, moments } = deps.catalogue;
  state.decisions = state.decisions.filter((decision) => {
    if (decision.outcome === 'reserved' || state.enrolments[decision.enrolment]) return true;
    if (decision.channel === undefined || (decision.outcome !== 'sent' && decision.outcome !== 'unknown')) return false;
    const social = isSocial(decision.purpose);
    const cap = social ? Math.max(policy.purposes[decision.purpose].cap?.seconds ?? 0, policy.gap) : 0;
    return now - decision.at < 1000 * Math.max(cap, own(moments, decision.moment)?.cap?.seconds ?? 0);
  });
};

/** ISO time of a hold's end. */
export const untilOf = (until: number): { until: string } => ({ until: iso(until) });
