import { PERSON } from '../../../language/catalogue/giver.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { digest } from '../../hash.ts';
import { ownValue } from '../../own-value.ts';
import { noteFinal } from '../decision.ts';
import type { Draft } from '../draft.ts';
import { capsOf, comesTo, type GiveAnswer, type GiveStep, give, isTreated, subjectOf } from '../gestures/giving.ts';
import { isGiving } from '../gestures/is-giving.ts';
import { failGesture, gestureDemands, offer, turnGesture } from '../gestures/life.ts';
import { allAgainst, whyNotGiven } from '../gestures/may-give.ts';
import { gestureOf, putGesture } from '../gestures/records.ts';
import { shortId } from '../model/bound.ts';
import type { Enrolment } from '../model/enrolment.ts';
import type { GestureRecord } from '../model/gesture.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import type { Offers } from '../model/offers.ts';
import { type RefusedKind, refusedKind } from '../model/refused-kind.ts';
import { answerStep, type InHand, setDue, stepOf } from '../standing.ts';

/** So long what somebody chose is reserved before it is given, and can be changed for another. In milliseconds. */
export const CHANGES = 10 * MINUTE;

const recordOf = (draft: Draft, { giving }: Enrolment): GestureRecord | undefined =>
  giving === undefined ? undefined : gestureOf(draft.state, giving);

/** Waits for what the customer chooses of what a message offered, reserves it, and gives it when it can no more be changed. */
export const onChoice = async (draft: Draft, inHand: InHand, step: GiveStep): Promise<GiveAnswer> => {
  const { enrolment } = inHand;
  const { offers } = enrolment;
  if (!isTreated(draft, enrolment)) {
    noteFinal(draft, enrolment, subjectOf(inHand, eventOf(draft, offers)), 'control', 'holdout');
    return answerStep(draft, enrolment, 'withheld');
  }
  // It was not asked, or another step has waited for the answer.
  const isWaiting = offers?.moment === step.chosen && (offers?.visit ?? enrolment.visit) === enrolment.visit;
  if (!offers || !isWaiting) return answerStep(draft, enrolment, 'silent');
  if (offers.visit === undefined) {
    if (enrolment.gave !== undefined) enrolment.gave = undefined;
    const until = draft.now + (step.within ?? 0) * 1000;
    enrolment.offers = { ...offers, visit: enrolment.visit, until };
    setDue(enrolment, until);
    await takeUp(draft, inHand, step);
    if (enrolment.answer) return enrolment.answer;
  }
  return stand(draft, inHand, step);
};

/** What the step comes to as it stands: nothing chosen yet, reserved, asked for, or over. */
const stand = async (draft: Draft, inHand: InHand, step: GiveStep): Promise<GiveAnswer> => {
  const { enrolment } = inHand;
  const record = recordOf(draft, enrolment);
  if (!record) return draft.now < (enrolment.offers?.until ?? 0) ? 'later' : endChoice(draft, inHand);
  if (record.state === 'offered' && record.counted && !record.reserved)
    return { offered: gestureDemands(draft, record) };
  if (record.state === 'offered') return draft.now < enrolment.due ? 'later' : give(draft, inHand, step, record);
  return comesTo(draft, enrolment, step, record);
};

const allFor = (kinds: readonly string[], why: 'person' | 'unchosen'): RefusedKind[] =>
  kinds.map((kind) => ({ kind, why }));

/** Takes up what was chosen last, in place of what was chosen before and is not given yet. */
const takeUp = async (draft: Draft, inHand: InHand, step: GiveStep): Promise<void> => {
  const { id, enrolment } = inHand;
  const { catalogue } = draft.deps;
  const { offers } = enrolment;
  const before = recordOf(draft, enrolment);
  if (!offers || offers.chose === undefined || (before && before.state !== 'offered')) return;
  const { chose: kind, by = '', kinds } = offers;
  if (before?.kind === kind) return;
  if (before) failGesture(draft, before, 'changed');
  enrolment.giving = undefined;
  if (kind === PERSON) return void answerNothing(draft, inHand, allFor(kinds, 'person'));
  const caps = capsOf(draft, inHand, step, ownValue(catalogue.gestures?.kinds ?? {}, kind)?.emit ?? '');
  const wish = { kind, as: 'journeys' as const, caps };
  const unknown: RefusedKind = { kind, why: 'unknown' };
  const refused = isGiving(catalogue)
    ? refusedKind(kind, await allAgainst(draft.state, wish, draft.now, catalogue))
    : unknown;
  // Each choice is a gesture of its own: what was given back is never reserved again under its id.
  const gesture = digest([id, enrolment.at, String(enrolment.visit), kind, by], 12);
  const about = { id: gesture, kind, enrolment: id, from: kinds };
  if (refused || !isGiving(catalogue)) {
    const refusal = refused ?? unknown;
    turnGesture(draft, { ...about, state: 'failed', at: draft.now, cost: 0, why: refusal.why });
    return refuse(draft, inHand, step, refusal);
  }
  const record = { ...offer(draft, catalogue, about, caps), from: kinds };
  enrolment.giving = gesture;
  turnGesture(draft, record);
  setDue(enrolment, record.counted ? draft.now : draft.now + CHANGES);
};

/** What they chose cannot be given: they may choose again of what is left. Where nothing is, a person is asked. */
const refuse = async (draft: Draft, inHand: InHand, step: GiveStep, refusal: RefusedKind): Promise<void> => {
  const { enrolment } = inHand;
  const { chose: _, by: __, ...offers } = enrolment.offers as Offers;
  const refused = [...(offers.refused ?? []).filter((one) => one.kind !== refusal.kind), refusal];
  enrolment.giving = undefined;
  enrolment.offers = { ...offers, refused };
  if (await isAnyLeft(draft, inHand, step, refused)) setDue(enrolment, Math.max(offers.until ?? 0, draft.now));
  else answerNothing(draft, inHand, refused);
};

const isAnyLeft = async (
  { state, now, deps }: Draft,
  inHand: InHand,
  step: GiveStep,
  refused: readonly { kind: string }[],
): Promise<boolean> => {
  const { catalogue } = deps;
  if (!isGiving(catalogue)) return false;
  for (const kind of inHand.enrolment.offers?.kinds ?? []) {
    if (refused.some((one) => one.kind === kind)) continue;
    const emit = ownValue(catalogue.gestures.kinds, kind)?.emit ?? '';
    const caps = capsOf({ state, now, deps }, inHand, step, emit);
    if ((await whyNotGiven(state, { kind, as: 'journeys', caps }, now, catalogue)) === undefined) return true;
  }
  return false;
};

/** What its decision is about where nothing is given: the event of what was offered first. */
const eventOf = ({ deps }: Draft, offers: Offers | undefined): string =>
  ownValue(deps.catalogue.gestures?.kinds ?? {}, offers?.kinds[0] ?? '')?.emit ?? offers?.moment ?? '';

const noteNothing = (draft: Draft, inHand: InHand, gestures: RefusedKind[]): void => {
  const { enrolment } = inHand;
  const subject = subjectOf(inHand, eventOf(draft, enrolment.offers));
  noteFinal(draft, enrolment, subject, 'suppressed', 'no-gesture', { basis: { gestures } });
};

const answerNothing = (draft: Draft, inHand: InHand, gestures: RefusedKind[]): StepAnswer => {
  noteNothing(draft, inHand, gestures);
  return answerStep(draft, inHand.enrolment, 'unsent');
};

/** The time to choose is over. Who chose what could not be given gets what the journey has for them; others chose nothing. */
const endChoice = (draft: Draft, inHand: InHand): StepAnswer => {
  const { kinds = [], refused = [] } = inHand.enrolment.offers ?? {};
  if (refused.length > 0) return answerNothing(draft, inHand, refused);
  noteNothing(draft, inHand, allFor(kinds, 'unchosen'));
  return answerStep(draft, inHand.enrolment, 'silent');
};

/** Budgets had room for what was chosen, and it can be changed for a while yet; or they had none. */
export const onChoiceGranted = async (
  draft: Draft,
  inHand: InHand,
  step: GiveStep,
  record: GestureRecord,
  full: 'agent-budget' | 'stage-budget' | undefined,
): Promise<GiveAnswer> => {
  const { enrolment } = inHand;
  if (record.reserved) return 'later';
  if (full === undefined) {
    putGesture(draft, { ...record, reserved: true });
    setDue(enrolment, draft.now + CHANGES);
    return 'later';
  }
  failGesture(draft, record, full);
  await refuse(draft, inHand, step, { kind: record.kind, why: full });
  return enrolment.answer ?? 'later';
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether what was chosen can be changed no more: the step has its answer, or what they chose was asked for. */
const isDecided = (draft: Draft, enrolment: Enrolment, { visit }: Offers): boolean => {
  if (visit === undefined) return false;
  const record = recordOf(draft, enrolment);
  return visit !== enrolment.visit || enrolment.answer !== undefined || (record && record.state !== 'offered') === true;
};

/** Hears what a customer chose: the last word counts until it is given. A word about what is over changes nothing. */
export const chooseGesture = async (draft: Draft, { id: by, at: time, fields }: IncomingEvent): Promise<void> => {
  const [decision, kind] = [textOf(fields.decision), textOf(fields.gesture)];
  const at = Date.parse(time);
  for (const [id, enrolment] of Object.entries(draft.state.enrolments)) {
    const { offers, leave } = enrolment;
    if (!offers || leave || (offers.to !== shortId(decision) && offers.moment !== decision)) continue;
    if (
      isDecided(draft, enrolment, offers) ||
      at < (offers.at ?? 0) ||
      (kind !== PERSON && !offers.kinds.includes(kind))
    )
      continue;
    enrolment.offers = { ...offers, chose: kind, by, at };
    const step = stepOf(draft, enrolment);
    if (step?.kind !== 'give' || step.chosen !== offers.moment || offers.visit !== enrolment.visit) return;
    await takeUp(draft, { id, enrolment }, step);
    if (enrolment.answer) setDue(enrolment, draft.now);
    return;
  }
};
