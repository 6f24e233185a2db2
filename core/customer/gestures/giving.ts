import { isSocial } from '../../../language/catalogue/purpose.ts';
import type { RunStepOf } from '../../../language/catalogue/step.ts';
import type { StepAnswer } from '../../../language/catalogue/task.ts';
import { becauseOfEvent } from '../../gate/because.ts';
import { emitCaps, type WorkCap } from '../../gate/work-caps.ts';
import { ownValue } from '../../own-value.ts';
import { noteFinal, type Subject } from '../decision.ts';
import { type Draft, withOf } from '../draft.ts';
import type { Enrolment } from '../model/enrolment.ts';
import type { GestureRecord } from '../model/gesture.ts';
import { answerStep, type InHand, setDue } from '../standing.ts';
import { asGiven, failGesture, fieldsOf, type GestureDemands, kindOfGesture, turnGesture } from './life.ts';

export type GiveStep = RunStepOf<'give'>;

/** What a step that gives comes to for now: with `offered`, budgets have to be reserved first. */
export type GiveAnswer = StepAnswer | 'later' | { offered: GestureDemands };

/** What a decision at a step that gives is about: the event that asks for the gesture. */
export const subjectOf = ({ id, enrolment }: InHand, moment: string): Subject => {
  const { journey, at: step, visit } = enrolment;
  return { journey, enrolment: id, step, visit, moment, purpose: 'transactional' };
};

export const capsOf = (draft: Draft, { enrolment }: InHand, step: GiveStep, event: string): WorkCap[] =>
  emitCaps(event, { journey: enrolment.journey, step: enrolment.at, cap: step.cap }, draft.deps.catalogue);

/** Gestures of care are for everybody; of other journeys the control group gets none. */
export const isTreated = ({ deps }: Draft, { control, journey }: Enrolment): boolean =>
  !control || !isSocial(ownValue(deps.catalogue.journeys, journey)?.purpose ?? 'care');

/** What a gesture that nobody confirmed, or that was refused, comes to. */
export const failureAnswer = ({ unconfirmed }: GiveStep): StepAnswer => (unconfirmed ? 'unconfirmed' : 'unsent');

/** It is true: copy may speak of it from now on. */
export const answerGiven = (draft: Draft, enrolment: Enrolment, { kind }: GestureRecord): StepAnswer => {
  enrolment.gave = kind;
  return answerStep(draft, enrolment, 'sent');
};

/** What a gesture comes to that was asked for: true, still awaited, or not to be. */
export const comesTo = (
  draft: Draft,
  enrolment: Enrolment,
  step: GiveStep,
  record: GestureRecord | undefined,
): GiveAnswer => {
  if (record?.state === 'confirmed') return answerGiven(draft, enrolment, record);
  if (record?.state === 'given' && draft.now < enrolment.due) return 'later';
  if (record?.state === 'given') failGesture(draft, record, 'unconfirmed');
  return answerStep(draft, enrolment, failureAnswer(step));
};

/** Its budgets are reserved: it is asked for, and the decision says so. */
export const give = async (
  draft: Draft,
  inHand: InHand,
  step: GiveStep,
  { reserved: _, ...record }: GestureRecord,
): Promise<GiveAnswer> => {
  const { enrolment } = inHand;
  const kind = kindOfGesture(draft, record);
  if (!kind) return answerStep(draft, enrolment, failureAnswer(step));
  const fields = await fieldsOf(draft, kind.emit, kind, await withOf(draft, enrolment, step.with));
  const givenRecord = asGiven(draft, record, kind, fields);
  const because = becauseOfEvent(kind.emit, draft.deps.catalogue);
  const details = { with: { ...fields, gesture: record.id }, because };
  noteFinal(draft, enrolment, subjectOf(inHand, kind.emit), 'sent', 'clear', details);
  turnGesture(draft, givenRecord);
  if (givenRecord.until === undefined) return answerGiven(draft, enrolment, record);
  setDue(enrolment, givenRecord.until);
  return 'later';
};
