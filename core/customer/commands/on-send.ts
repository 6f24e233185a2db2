import { isSendable } from '../../../language/catalogue/channel.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import type { Ask, Verdict } from '../../gate/verdict.ts';
import { taskCaps } from '../../gate/work-caps.ts';
import { ownValue } from '../../own-value.ts';
import { iso } from '../../time/instant.ts';
import { isItsTurn } from '../channel-wait.ts';
import { countWork } from '../count-work.ts';
import { decide, noteDecision, noteFinal, type Subject, subjectOf } from '../decision.ts';
import { workDetails } from '../details.ts';
import { type CopyNames, copyAsk, type Draft, type Words, withOf } from '../draft.ts';
import { keepOffers } from '../gestures/offers-in-hand.ts';
import type { Enrolment, Reservation } from '../model/enrolment.ts';
import type { Millis } from '../model/millis.ts';
import { askGate, questionOf } from '../question.ts';
import { type InHand, type MessageStep, setDue, setDueSoon } from '../standing.ts';
import { crowdOf } from '../work/crowd.ts';
import { beginToAwait, giveWork } from '../work/give-work.ts';

/** What the attempt that holds the reservation needs to send. */
export interface Reserved {
  subject: Subject;
  channel: Reservation['channel'];
  because: string;
  names: CopyNames;
  /** It has waited for its turn in a channel that is paced, and has it now. */
  hasTurn?: true;
}

/** What a send comes to for now: `reserved` may be sent by this attempt alone. */
export type SendAnswer = StepAnswer | 'later' | { reserved: Reserved };

export interface Sending {
  /** Of this invocation. */
  attempt: string;
  /** How long it alone may send, in milliseconds: longer than the function's time-out. */
  lease: Millis;
  /** What it would say: no other command writes. */
  words: Words;
  /** Kinds of gestures for which the budgets that all share have no room: a moment does not offer them. */
  spent?: readonly string[];
}

/** So many gestures that could not be offered are told of. */
const MOST_TOLD = 6;

/** Decides the message in hand: a final decision, a hold, or a reservation that lets this attempt send. */
export const onSend = async (
  draft: Draft,
  inHand: InHand,
  step: MessageStep,
  sending: Sending,
): Promise<SendAnswer> => {
  const { enrolment } = inHand;
  const { reserved } = enrolment;
  if (!enrolment.message) {
    enrolment.message = { moment: step.moment, purpose: step.purpose };
    // At a step that did not send before, patience begins now.
    enrolment.since = draft.now;
  }
  if (reserved?.attempt === sending.attempt) return reservation(draft, inHand, step, sending);
  if (reserved && draft.now < reserved.until) return 'later';
  if (reserved && draft.deps.catalogue.policy.purposes[enrolment.message.purpose].ifUnsure !== 'resend') {
    return decide(draft, enrolment, subjectOf(inHand), 'unknown', 'no-receipt');
  }
  return settle(draft, inHand, step, sending);
};

/** The moment in hand from now on. Asking for the same one again is no change. */
const handMessage = (enrolment: Enrolment, { moment, purpose }: NonNullable<Enrolment['message']>): void => {
  const { message } = enrolment;
  if (message?.moment !== moment || message.purpose !== purpose) enrolment.message = { moment, purpose };
};

/** Asks the gate about the moment in hand, and about what takes its place, until one is decided. */
const settle = async (draft: Draft, inHand: InHand, step: MessageStep, sending: Sending): Promise<SendAnswer> => {
  const { enrolment } = inHand;
  for (;;) {
    const question = await questionOf(draft, inHand, step, sending.spent);
    handMessage(enrolment, question);
    const verdict = askGate(draft, question);
    const subject = subjectOf(inHand);
    if (verdict.outcome === 'held') return hold(draft, enrolment, subject, verdict);
    if (verdict.outcome === 'clear' && isSendable(verdict.channel)) {
      if (question.offers) keepOffers(enrolment, subject, question.offers.kinds);
      return reserve(draft, inHand, step, sending, verdict.channel);
    }
    if (verdict.outcome !== 'replaced') return decideAtOnce(draft, inHand, step, sending.words, verdict, question);
    noteDecision(draft, subject, 'replaced', verdict.reason, { instead: verdict.instead });
    handMessage(enrolment, { moment: verdict.instead, purpose: step.purpose });
    enrolment.replaced = true;
  }
};

const decideAtOnce = async (
  draft: Draft,
  inHand: InHand,
  step: MessageStep,
  words: Words,
  verdict: Exclude<Verdict, { outcome: 'replaced' | 'held' }>,
  { offers }: Ask,
): Promise<StepAnswer | 'later'> => {
  const subject = subjectOf(inHand);
  const details = await workDetails(draft, inHand.enrolment, step, words, verdict, subject.moment);
  if (details === 'unwritten') return decide(draft, inHand.enrolment, subject, 'failed', 'copy-failed');
  const outcome = verdict.outcome === 'clear' ? 'sent' : verdict.outcome;
  if (verdict.reason === 'no-gesture' && offers)
    details.basis = { gestures: offers.refused.slice(0, MOST_TOLD), offerable: offers.kinds.length };
  if (details.message === undefined) return decide(draft, inHand.enrolment, subject, outcome, verdict.reason, details);
  const { enrolment } = inHand;
  const within = step.kind === 'task' && outcome === 'sent' ? step.within : undefined;
  const { task, ...assignment } = giveWork(draft, subject, details.instead ?? subject.moment, enrolment, {
    within,
    crowd: crowdOf(draft, enrolment, verdict.reason),
  });
  if (!('merged' in assignment)) countTask(draft, inHand, step, verdict);
  const { message, ...others } = details;
  const allDetails =
    'merged' in assignment ? { ...others, ...assignment } : { ...others, message: { ...message, ...assignment } };
  if (within === undefined) return decide(draft, enrolment, subject, outcome, verdict.reason, allDetails);
  noteFinal(draft, enrolment, subject, outcome, verdict.reason, allDetails);
  return beginToAwait(draft, enrolment, task, within);
};

/** Work that a colleague gets now. The cap of a step is on its own task, not on what takes a message's place. */
const countTask = (draft: Draft, { enrolment }: InHand, step: MessageStep, verdict: Verdict): void => {
  const { journey, at } = enrolment;
  const { catalogue } = draft.deps;
  const cap = step.kind === 'task' ? step.cap : undefined;
  if (verdict.outcome === 'escalated') countWork(draft, taskCaps(verdict.instead, { journey, step: at }, catalogue));
  if (verdict.outcome === 'clear')
    countWork(draft, taskCaps(enrolment.message?.moment ?? step.moment, { journey, step: at, cap }, catalogue));
};

/** A reason that comes and goes is journalled once in so many milliseconds. */
const FLAPPING = HOUR;

/** Journalled when it begins and when its reason changes. A reservation that ran out stays: it may have gone out. */
const hold = (
  draft: Draft,
  enrolment: Enrolment,
  subject: Subject,
  { reason, until, patienceEnds }: Extract<Verdict, { outcome: 'held' }>,
): 'later' => {
  const { now } = draft;
  const isNew = enrolment.held?.reason !== reason;
  if (isNew) {
    const last = ownValue(enrolment.noted ?? {}, reason);
    if (last === undefined || now >= last + FLAPPING) {
      const ends = patienceEnds === undefined ? {} : { patienceEnds: iso(patienceEnds) };
      noteDecision(draft, subject, 'held', reason, { until: iso(until), ...ends });
      enrolment.noted = { ...enrolment.noted, [reason]: now };
    }
    enrolment.held = { reason, since: now };
  }
  if (isNew || enrolment.due <= now || until < enrolment.due) setDue(enrolment, until);
  return 'later';
};

/** Each lapsed one may have gone out. A provider that takes a message and does not answer must not be given it every minute. */
const reserve = async (
  draft: Draft,
  inHand: InHand,
  step: MessageStep,
  sending: Sending,
  channel: Reservation['channel'],
): Promise<SendAnswer> => {
  const { enrolment } = inHand;
  const { reserved } = enrolment;
  if (reserved) {
    enrolment.lapses = (enrolment.lapses ?? 0) + 1;
    enrolment.lapsed = { channel: reserved.channel, at: reserved.until };
  }
  const until = draft.now + sending.lease * 2 ** (enrolment.lapses ?? 0);
  enrolment.reserved = { attempt: sending.attempt, at: draft.now, until, channel };
  enrolment.held = undefined;
  setDueSoon(draft, enrolment);
  return reservation(draft, inHand, step, sending);
};

const reservation = async (
  draft: Draft,
  inHand: InHand,
  step: MessageStep,
  { words }: Sending,
): Promise<SendAnswer> => {
  const { enrolment } = inHand;
  const subject = subjectOf(inHand);
  const copy = copyAsk(draft, subject.moment, enrolment, await withOf(draft, enrolment, step.with));
  const { channel } = enrolment.reserved as Reservation;
  const because = words.because(copy);
  if (because === undefined) return decide(draft, enrolment, subject, 'failed', 'copy-failed', { channel });
  const turn = isItsTurn(draft, enrolment) ? { hasTurn: true as const } : {};
  return { reserved: { subject, channel, because, names: copy.names, ...turn } };
};
