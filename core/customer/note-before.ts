import { ownValue } from '../own-value.ts';
import type { Before, Stood, WorkPlace } from './model/before.ts';
import type { Enrolment } from './model/enrolment.ts';
import { knownBy } from './model/known-by.ts';
import { listedAt } from './model/listed-work.ts';
import { armsOf, restOf } from './model/rest.ts';
import type { CustomerState } from './model/state.ts';
import type { Work } from './model/work.ts';

/** Grows with what commits say of what was before them: who was counted by less is counted anew. */
const COUNTED = 1;

type Enrolments = Readonly<Record<string, Readonly<Enrolment>>>;

/** Whether whoever counts knows all of an item. */
const isCounted = ({ counted }: CustomerState): boolean => counted === COUNTED;

/** Whether its step was answered since; a step has an answer as long as it is in hand. */
const isAnswered = (before: Readonly<Enrolment> | undefined, now: Readonly<Enrolment> | undefined): boolean =>
  now?.answer !== undefined &&
  before !== undefined &&
  (before.answer === undefined || before.at !== now.at || before.visit !== now.visit);

/** What must be known of one that was there; nothing where that is nothing. `isKnown`: as resting, where it did. */
const stoodOf = (
  before: Readonly<Enrolment>,
  now: Readonly<Enrolment> | undefined,
  isKnown: boolean,
): Stood | undefined => {
  const rested = isKnown ? restOf(before) : undefined;
  const rests = now && restOf(now);
  const isSame = rested?.due === rests?.due && rested?.held === rests?.held && (!rested || before.at === now?.at);
  const answered = isAnswered(before, now);
  if (now && isSame && !answered) return undefined;
  return {
    ...(!(now && isSame) && rested),
    ...(rested && now?.at !== before.at && { at: before.at }),
    ...(answered && { answered }),
    ...(!now && { journey: before.journey, arms: armsOf(before) }),
  };
};

/** Notes in a commit what it moved. Of an item that nobody has counted yet, and of one that it takes over, all is new. */
export const noteBefore = (state: CustomerState, before: CustomerState, takenOver: Enrolments = {}): void => {
  const { enrolments } = state;
  const moved: Record<string, Stood> = {};
  const note = (earlier: Enrolments, isKnown: boolean): void => {
    for (const id of Object.keys(earlier)) {
      const stood = stoodOf(earlier[id]!, ownValue(enrolments, id), isKnown);
      if (stood) moved[id] = stood;
    }
  };
  note(before.enrolments, isCounted(before));
  note(takenOver, false);
  for (const id of Object.keys(enrolments))
    if (!Object.hasOwn(before.enrolments, id) && !Object.hasOwn(takenOver, id) && restOf(enrolments[id]!))
      moved[id] = {};
  state.counted = COUNTED;
  state.before = beforeOf(state, moved, movedWork(state, before), before);
};

/** Notes anew whether they are found by something else now, once all has the room that it gets. */
export const noteKnown = (state: CustomerState, before: CustomerState): void => {
  const { enrolments = {}, tasks = {} } = state.before ?? {};
  state.before = beforeOf(state, enrolments, tasks, before);
};

const isAny = (record: object): boolean => Object.keys(record).length > 0;

const beforeOf = (
  state: CustomerState,
  enrolments: Record<string, Stood>,
  tasks: Record<string, WorkPlace>,
  before: CustomerState,
): Before | undefined => {
  const isNewlyFound = isFoundAnew(state, before);
  const themes = themesMoved(state, before);
  const isMoved = isAny(enrolments) || isAny(tasks) || isNewlyFound || themes.length > 0;
  if (!isMoved) return undefined;
  return {
    version: state.version,
    ...(isAny(enrolments) && { enrolments }),
    ...(isAny(tasks) && { tasks }),
    ...(isNewlyFound && { known: isNewlyFound }),
    ...(themes.length > 0 && { themes }),
  };
};

/**
 * Work that a commit changed, and where it stood. What is over and forgotten stays in the list of that until its time has come, but
 * not of somebody who is erased, or goes by another id.
 */
const movedWork = (state: CustomerState, before: CustomerState): Record<string, WorkPlace> => {
  const [now, earlier] = [state.tasks ?? {}, before.tasks ?? {}];
  if (now === earlier) return {};
  const isGone = state.erased !== undefined || state.movedTo !== undefined;
  const moved: Record<string, WorkPlace> = {};
  for (const [id, work] of Object.entries(earlier))
    if (now[id] !== work && (Object.hasOwn(now, id) || isGone)) moved[id] = placeOf(work);
  for (const id of Object.keys(now)) if (!Object.hasOwn(earlier, id)) moved[id] = {};
  return moved;
};

const placeOf = (work: Work): WorkPlace => {
  const { crowd, moment, state } = work;
  return { ...listedAt(work), ...(crowd !== undefined && { crowd, moment, state }) };
};

/** Themes that they ask for now and did not before, or the other way round. */
const themesMoved = ({ themes = {} }: CustomerState, { themes: before = {} }: CustomerState): string[] =>
  themes === before
    ? []
    : [
        ...Object.keys(before).filter((theme) => !Object.hasOwn(themes, theme)),
        ...Object.keys(themes).filter((theme) => !Object.hasOwn(before, theme)),
      ];

const isFoundAnew = (state: CustomerState, before: CustomerState): boolean => {
  if (isCounted(before) && before.attributes === state.attributes) return false;
  const [now, earlier] = [knownBy(state), isCounted(before) ? knownBy(before) : {}];
  return JSON.stringify(now) !== JSON.stringify(earlier);
};
