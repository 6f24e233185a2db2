import type { NotGiven } from '../../../language/catalogue/gesture.ts';
import type { StopAnswer } from '../../../language/catalogue/task.ts';
import type { WorkCap } from '../../gate/work-caps.ts';
import { digest } from '../../hash.ts';
import { decide, noteFinal } from '../decision.ts';
import type { Draft } from '../draft.ts';
import {
  capsOf,
  comesTo,
  failureAnswer,
  type GiveAnswer,
  type GiveStep,
  give,
  isTreated,
  subjectOf,
} from '../gestures/giving.ts';
import { type Giving, isGiving } from '../gestures/is-giving.ts';
import { asGiven, failGesture, fieldsOf, gestureDemands, kindOfGesture, offer, turnGesture } from '../gestures/life.ts';
import { allAgainst } from '../gestures/may-give.ts';
import { gestureOf, putGesture } from '../gestures/records.ts';
import type { GestureRecord } from '../model/gesture.ts';
import { type RefusedKind, refusedKind } from '../model/refused-kind.ts';
import { answerStep, type InHand, setDueSoon, stepOf } from '../standing.ts';
import { onChoice, onChoiceGranted } from './on-choice.ts';

/** The kinds that name what is to be made up for, in the order of the file. */
const fitting = ({ gestures }: Giving, { fits }: GiveStep): string[] =>
  Object.entries(gestures.kinds).flatMap(([name, kind]) =>
    fits !== undefined && kind.fits.includes(fits) ? [name] : [],
  );

/** What the decision is about where nothing is given: the event of the first kind that is not too dear. */
const eventOf = ({ gestures: { kinds } }: Giving, fitting: readonly string[], { atMost, fits }: GiveStep): string => {
  const all = fitting.flatMap((name) => kinds[name] ?? []);
  return (all.find(({ cost }) => cost <= (atMost ?? cost)) ?? all[0])?.emit ?? fits ?? '';
};

/** One gesture at a visit: chosen, reserved, asked for, and answered once it is true. Whoever asks again gives nothing more. */
export const onGive = async (draft: Draft, inHand: InHand, step: GiveStep): Promise<GiveAnswer> => {
  const { enrolment } = inHand;
  if (step.chosen !== undefined) return onChoice(draft, inHand, step);
  const record = enrolment.giving === undefined ? undefined : gestureOf(draft.state, enrolment.giving);
  if (enrolment.giving !== undefined) return goOn(draft, inHand, step, record);
  // An event of ours that was sent here before it became a gesture is waited for, and no second is given.
  if (enrolment.emitted) return draft.now < enrolment.due ? 'later' : answerStep(draft, enrolment, failureAnswer(step));
  if (enrolment.gave !== undefined) enrolment.gave = undefined;
  return choose(draft, inHand, step);
};

/** A kind that would never have been given here changes nothing about a cap. */
const BESIDE_CAPS: NotGiven[] = ['cap', 'not-by', 'unfit', 'too-dear'];

/** So many kinds are told of where nothing could be given. */
const MOST_TOLD = 6;

const goOn = (draft: Draft, { enrolment }: InHand, step: GiveStep, record: GestureRecord | undefined): GiveAnswer => {
  if (record?.state === 'offered') return { offered: gestureDemands(draft, record) };
  return comesTo(draft, enrolment, step, record);
};

/** What was on offer before, and whose budget had no room for it. */
type Before = { kind: string; why: NotGiven } | undefined;

/** The first kind that may be given, after the one that budgets refused; or none, and of each why. */
const choose = async (draft: Draft, inHand: InHand, step: GiveStep, before?: Before): Promise<GiveAnswer> => {
  const { enrolment } = inHand;
  const { catalogue } = draft.deps;
  const all = isGiving(catalogue) ? fitting(catalogue, step) : [];
  const event = isGiving(catalogue) ? eventOf(catalogue, all, step) : (step.fits ?? '');
  if (!isTreated(draft, enrolment)) {
    noteFinal(draft, enrolment, subjectOf(inHand, event), 'control', 'holdout');
    return answerStep(draft, enrolment, 'withheld');
  }
  const refused: RefusedKind[] = [];
  const from = before === undefined ? 0 : all.indexOf(before.kind) + 1;
  for (const [place, kind] of all.entries()) {
    if (!isGiving(catalogue)) break;
    const caps = capsOf(draft, inHand, step, catalogue.gestures.kinds[kind]?.emit ?? '');
    const wish = { kind, as: 'journeys' as const, atMost: step.atMost, caps };
    const against = await allAgainst(draft.state, wish, draft.now, catalogue);
    // What was passed before, and may be given by the item, budgets had no room for.
    const isPassed = place < from && before && (kind === before.kind || against.length === 0);
    const passed = refusedKind(kind, isPassed ? [before.why] : against);
    if (passed) refused.push(passed);
    else return offerKind(draft, catalogue, inHand, step, kind, caps);
  }
  enrolment.giving = undefined;
  const capped = refused.filter(({ why }) => why === 'cap');
  const isCapped = capped.length > 0 && refused.every(({ why }) => BESIDE_CAPS.includes(why));
  // A cap that is full is that of the kinds which it alone, or it first, kept from being given.
  const causes = isCapped ? capped : refused;
  const kinds = causes.map(({ kind }) => kind);
  const subject = subjectOf(inHand, isGiving(catalogue) ? eventOf(catalogue, kinds, step) : event);
  const basis = { gestures: causes.slice(0, MOST_TOLD) };
  return decide(draft, enrolment, subject, 'suppressed', isCapped ? 'emit-cap' : 'no-gesture', { basis });
};

/** Gives it at once where no budget of others has to be reserved; else puts it on offer. */
const offerKind = async (
  draft: Draft,
  catalogue: Giving,
  inHand: InHand,
  step: GiveStep,
  kind: string,
  caps: WorkCap[],
): Promise<GiveAnswer> => {
  const { id, enrolment } = inHand;
  const gesture = digest([id, enrolment.at, String(enrolment.visit), kind], 12);
  const record = offer(draft, catalogue, { id: gesture, kind, enrolment: id }, caps);
  enrolment.giving = gesture;
  if (!record.counted) return give(draft, inHand, step, record);
  putGesture(draft, record);
  setDueSoon(draft, enrolment);
  return { offered: gestureDemands(draft, record) };
};

/** Whether budgets let an offer through. */
export interface GrantCommand {
  gesture: string;
  /** Where they do not: whose is used up. */
  full?: 'agent-budget' | 'stage-budget';
}

export type GrantAnswer = GiveAnswer | StopAnswer | 'given' | 'refused';

/** Gives what was offered, or chooses something else. What is not on offer any more is `elsewhere`. */
export const onGrant = async (draft: Draft, { gesture, full }: GrantCommand): Promise<GrantAnswer> => {
  const record = gestureOf(draft.state, gesture);
  if (record?.state !== 'offered') return 'elsewhere';
  const { enrolment: id } = record;
  if (id === undefined) return grantByHand(draft, record, full);
  const enrolment = draft.state.enrolments[id];
  const step = enrolment && stepOf(draft, enrolment);
  if (enrolment?.giving !== gesture || step?.kind !== 'give') return 'elsewhere';
  if (step.chosen !== undefined) return onChoiceGranted(draft, { id, enrolment }, step, record, full);
  if (full === undefined) return give(draft, { id, enrolment }, step, record);
  failGesture(draft, record, full);
  return choose(draft, { id, enrolment }, step, { kind: record.kind, why: full });
};

const grantByHand = async (
  draft: Draft,
  record: GestureRecord,
  full: GrantCommand['full'],
): Promise<'given' | 'refused'> => {
  if (full !== undefined) {
    failGesture(draft, record, full);
    return 'refused';
  }
  await giveByHand(draft, record);
  return 'given';
};

/** What a person gives is published from its own entry: no decision of a journey tells of it. */
export const giveByHand = async (draft: Draft, record: GestureRecord, note?: string): Promise<void> => {
  const kind = kindOfGesture(draft, record);
  if (!kind) return failGesture(draft, record, 'unknown');
  const fields = await fieldsOf(draft, kind.emit, kind);
  turnGesture(draft, asGiven(draft, record, kind, fields), {
    emits: { event: kind.emit, with: fields },
    ...(note ? { note } : {}),
  });
};
