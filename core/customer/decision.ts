import type { Channel } from '../../language/catalogue/channel.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Outcome } from '../../language/catalogue/outcome.ts';
import { isSocial } from '../../language/catalogue/purpose.ts';
import type { DecisionReason } from '../../language/catalogue/reason.ts';
import type { StepAnswer } from '../../language/catalogue/task.ts';
import { restsOn } from '../gate/basis.ts';
import { becauseOf } from '../gate/because.ts';
import { reasonsForChoice } from '../gate/chosen.ts';
import type { DecidedMoment } from '../gate/row.ts';
import { ownValue } from '../own-value.ts';
import type { DecisionKey } from './decision-id.ts';
import { type Draft, note } from './draft.ts';
import { dropOffers, offersOf } from './gestures/offers-in-hand.ts';
import type { Decision } from './model/decision.ts';
import type { Enrolment } from './model/enrolment.ts';
import type { DecisionEntry } from './model/journal.ts';
import { makePromise } from './promises/make.ts';
import { answerStep, type InHand } from './standing.ts';

export type Final = Exclude<Outcome, 'held' | 'replaced'>;

/** How a machine goes on after a decision. */
const answerTo = (outcome: Final): StepAnswer =>
  outcome === 'suppressed' || outcome === 'escalated' || outcome === 'failed' ? 'unsent' : 'sent';

/** What a decision is about: a moment at a visit to a step. */
export interface Subject extends DecisionKey {
  journey: string;
  moment: string;
  purpose: Purpose;
}

/** What the step in hand decides about; there is a message in hand. */
export const subjectOf = ({ id, enrolment }: InHand): Subject => {
  const { journey, at: step, visit, message } = enrolment;
  return { enrolment: id, journey, step, visit, ...(message as NonNullable<Enrolment['message']>) };
};

export type Details = Pick<
  DecisionEntry,
  'until' | 'patienceEnds' | 'evidence' | 'basis' | 'offers' | 'instead' | 'with' | 'message' | 'merged'
> & {
  channel?: Channel;
  because?: string;
};

/** What the moment says for itself where it does what moments mostly may not. */
const accountOf = (decided: DecidedMoment): Pick<DecisionEntry, 'chosenFor' | 'excused'> => {
  const { copy, state } = decided;
  const chosenFor = reasonsForChoice(decided, copy, state);
  return { ...(chosenFor.length > 0 ? { chosenFor } : {}), ...(copy?.excused ? { excused: copy.excused } : {}) };
};

/** Journals a decision. */
export const noteDecision = (
  draft: Draft,
  subject: Subject,
  outcome: Outcome,
  reason: DecisionReason,
  details: Details,
): void => {
  const { state, now, deps } = draft;
  const { because = becauseOf({ reason, basis: details.basis }, deps.catalogue), ...rest } = details;
  const { enrolment, journey, step, visit, moment, purpose } = subject;
  const { catalogue } = deps;
  const decided = { state, now, catalogue, copy: ownValue(catalogue.moments, moment), purpose, journey, step };
  note(draft, {
    kind: 'decision',
    journey,
    enrolment,
    step,
    visit,
    moment,
    purpose,
    outcome,
    reason,
    because,
    ...restsOn({ reason }, decided),
    ...(outcome === 'sent' || outcome === 'unknown' ? accountOf(decided) : {}),
    ...rest,
  });
};

/** Whether a lease of this step ran out. */
const mayHaveGone = ({ now }: Draft, { lapses = 0, reserved }: Enrolment): boolean =>
  lapses > 0 || (reserved !== undefined && reserved.until <= now);

/**
 * Journals the one final decision of the step in hand, and keeps what caps and answers need; answers its outcome. Once a
 * lease ran out only `sent` is certain: what may have gone out is never called unsent.
 */
export const noteFinal = (
  draft: Draft,
  enrolment: Enrolment,
  subject: Subject,
  outcome: Final,
  reason: DecisionReason,
  details: Details = {},
): Final => {
  if (outcome !== 'sent' && outcome !== 'unknown' && mayHaveGone(draft, enrolment))
    return noteFinal(draft, enrolment, subject, 'unknown', 'no-receipt', {});
  const at =
    outcome === 'unknown'
      ? Math.min(draft.now, enrolment.reserved?.until ?? enrolment.lapsed?.at ?? draft.now)
      : draft.now;
  const channel =
    details.channel ?? (outcome === 'unknown' ? (enrolment.reserved ?? enrolment.lapsed)?.channel : undefined);
  const offers = wentOut(outcome) ? offersOf(enrolment, subject) : dropOffers(enrolment, subject);
  noteDecision(draft, subject, outcome, reason, {
    ...details,
    ...(channel ? { channel } : {}),
    ...(offers ? { offers } : {}),
  });
  draft.state.decisions.push({ ...subject, outcome, at, ...(channel ? { channel } : {}) });
  if (outcome === 'sent') makePromise(draft, enrolment, subject);
  return outcome;
};

const wentOut = (outcome: Final): boolean => outcome === 'sent' || outcome === 'unknown';

/** The final decision of the step in hand, which is its answer. */
export const decide = (draft: Draft, enrolment: Enrolment, ...decided: Decided): StepAnswer =>
  answerStep(draft, enrolment, answerTo(noteFinal(draft, enrolment, ...decided)));

type Decided = [subject: Subject, outcome: Final, reason: DecisionReason, details?: Details];

const reachedSomebody = ({ outcome, channel }: Decision): boolean =>
  channel !== undefined && (outcome === 'sent' || outcome === 'unknown');

/** In milliseconds, for each second of a cap: who asks for fewer messages is counted over twice the time. */
const COUNTED = 2 * 1000;

/** Drops decisions that neither caps nor answers need any more: of a moment in a running enrolment the last one stays. */
export const pruneDecisions = ({ state, now, deps }: Draft): void => {
  const { policy, moments } = deps.catalogue;
  const isCounted = (decision: Decision): boolean => {
    const cap = isSocial(decision.purpose)
      ? Math.max(policy.purposes[decision.purpose].cap?.seconds ?? 0, policy.gap)
      : decision.purpose === 'care'
        ? (policy.caps?.care?.seconds ?? 0)
        : 0;
    return now - decision.at < COUNTED * Math.max(cap, ownValue(moments, decision.moment)?.cap?.seconds ?? 0);
  };
  const isLast = ({ enrolment, moment }: Decision, place: number): boolean =>
    state.enrolments[enrolment] !== undefined &&
    !state.decisions.slice(place + 1).some((later) => later.enrolment === enrolment && later.moment === moment);
  state.decisions = state.decisions.filter(
    (decision, place) => reachedSomebody(decision) && (isCounted(decision) || isLast(decision, place)),
  );
};
