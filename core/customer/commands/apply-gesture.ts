import type { EventType } from '../../../language/catalogue/event.ts';
import type { NotGiven } from '../../../language/catalogue/gesture.ts';
import { Giver } from '../../../language/catalogue/giver.ts';
import { holds } from '../../../language/expressions/condition.ts';
import { emitCaps } from '../../gate/work-caps.ts';
import { digest } from '../../hash.ts';
import type { Draft } from '../draft.ts';
import { answerGiven } from '../gestures/giving.ts';
import { isGiving } from '../gestures/is-giving.ts';
import { confirmGesture, failGesture, fieldsOf, kindOfGesture, offer, turnGesture, uncount } from '../gestures/life.ts';
import { whyNotGiven } from '../gestures/may-give.ts';
import { gestureOf } from '../gestures/records.ts';
import { bytesOf, clip } from '../model/clip.ts';
import type { GestureRecord } from '../model/gesture.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LIMITS } from '../model/limits.ts';
import { answerStep, setDue, stepOf } from '../standing.ts';
import { chooseGesture } from './on-choice.ts';
import { giveByHand } from './on-give.ts';

/** What an event says of gestures: that a person gives one or takes one back, or that another system did what it was asked for. */
export const applyGesture = async (draft: Draft, type: EventType, event: IncomingEvent): Promise<void> => {
  if (type.byHand === 'gives') return giveOne(draft, event);
  if (type.byHand === 'takes-back') return takeBack(draft, event);
  if (type.byHand === 'chooses') return chooseGesture(draft, event);
  await hearWord(draft, event);
};

const textOf = (fields: Record<string, unknown>, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : '';
};

const noteOf = ({ fields }: IncomingEvent): { note?: string } => {
  const text = textOf(fields, 'note').trim();
  return text === '' ? {} : { note: clip(text, LIMITS.because) };
};

/** Whose budget it is: one who is called by more than the item has room for is known by a hash. */
export const personOf = (name: string): string => (bytesOf(name) <= LIMITS.exact ? name : digest([name], LIMITS.id));

/** What a person gives: its id is that of the event, so that it is given once. */
export const gestureIdOf = (customer: string, event: string): string => digest([customer, 'gesture', event], 12);

const giveOne = async (draft: Draft, event: IncomingEvent): Promise<void> => {
  const { state, now, deps } = draft;
  const { catalogue } = deps;
  const id = gestureIdOf(state.id, event.id);
  const kind = textOf(event.fields, 'gesture');
  const by = personOf(textOf(event.fields, 'by'));
  const { data: as = 'agents' } = Giver.safeParse(event.fields.as);
  const refuse = (why: NotGiven): void =>
    turnGesture(
      draft,
      { id, kind: clip(kind, LIMITS.exact), by, state: 'failed', at: now, cost: 0, why },
      noteOf(event),
    );
  if (gestureOf(state, id)) return;
  if (!isGiving(catalogue)) return refuse('unknown');
  const caps = emitCaps(catalogue.gestures.kinds[kind]?.emit ?? '', { journey: '', step: '' }, catalogue);
  const why = await whyNotGiven(state, { kind, as, caps }, now, catalogue);
  if (why !== undefined) return refuse(why);
  const record = offer(draft, catalogue, { id, kind, by }, caps);
  if (record.counted) turnGesture(draft, record, noteOf(event));
  else await giveByHand(draft, record, noteOf(event).note);
};

/** Only what was asked for, and may be taken back by its kind; also what nobody confirmed, since it may have been done. */
const takeBack = async (draft: Draft, event: IncomingEvent): Promise<void> => {
  const record = gestureOf(draft.state, textOf(event.fields, 'gesture'));
  const kind = record && kindOfGesture(draft, record);
  if (!record || kind?.reverse === undefined || !mayTakeBack(record)) return;
  const { until: _, timed: __, sent: ___, why: ____, ...rest } = record;
  const emits = { event: kind.reverse, with: await fieldsOf(draft, kind.reverse, kind) };
  const by = personOf(textOf(event.fields, 'by'));
  uncount(draft, record);
  turnGesture(draft, { ...rest, state: 'reversed' }, { emits, by, ...noteOf(event) });
};

export const mayTakeBack = ({ state, why }: Pick<GestureRecord, 'state' | 'why'>): boolean =>
  state === 'given' || state === 'confirmed' || (state === 'failed' && why === 'unconfirmed');

interface Word {
  on: string;
  where?: string | undefined;
}

/** An event that names a gesture is about that one; one that names none about what it is true of. */
const isAbout = async (word: Word | undefined, record: GestureRecord, { type, fields, at }: IncomingEvent) => {
  if (word?.on !== type) return false;
  const named = textOf(fields, 'gesture');
  if (named !== '') return named === record.id;
  const gesture = { ...record.sent, id: record.id };
  return word.where !== undefined && holds(word.where, { heard: { ...fields, at }, gesture });
};

/** The gesture that has waited longest takes the word; the enrolment that waits for it goes on in this commit. */
const hearWord = async (draft: Draft, event: IncomingEvent): Promise<void> => {
  const all = draft.state.gestures ?? [];
  const waiting = all.filter(({ state }) => state === 'given');
  // What came too late was done all the same: the newest of those that nobody waits for any more.
  const late = all.filter(({ state, why }) => state === 'failed' && why === 'unconfirmed').toReversed();
  for (const record of [...waiting, ...late]) {
    const kind = kindOfGesture(draft, record);
    if (!kind) continue;
    const isDone = await isAbout(kind.confirmed, record, event);
    if (!isDone && !(await isAbout(kind.refused, record, event))) continue;
    if (isDone) confirmGesture(draft, record);
    else failGesture(draft, record, 'refused');
    goOn(draft, record, isDone);
    return;
  }
};

const goOn = (draft: Draft, record: GestureRecord, isDone: boolean): void => {
  const enrolment = draft.state.enrolments[record.enrolment ?? ''];
  if (enrolment?.giving !== record.id || enrolment.answer || enrolment.leave) return;
  const step = stepOf(draft, enrolment);
  const isOwn = step?.kind === 'give' && step.unconfirmed;
  if (isDone) answerGiven(draft, enrolment, record);
  else answerStep(draft, enrolment, isOwn ? 'unconfirmed' : 'unsent');
  setDue(enrolment, draft.now);
};
