import { ownValue } from '../own-value.ts';
import { knownBy } from './model/known-by.ts';
import { armsOf, restOf } from './model/rest.ts';
import type { Before, CustomerState, Enrolment, Stood } from './model/state.ts';

/** Grows with what commits say of what was before them: who was counted by less is counted anew. */
const COUNTED = 1;

type Enrolments = Readonly<Record<string, Readonly<Enrolment>>>;

const stoodOf = (enrolment: Readonly<Enrolment>): Stood => {
  const { at, visit, answer } = enrolment;
  const rest = restOf(enrolment);
  return { at, visit, ...(answer !== undefined && { answered: true }), ...(rest && { rest }) };
};

/** Of one that is over: whose it was can be read nowhere else. */
const overOf = (enrolment: Readonly<Enrolment>): Stood => ({
  ...stoodOf(enrolment),
  journey: enrolment.journey,
  arms: armsOf(enrolment),
});

const isSame = (one: Readonly<Enrolment>, other: Readonly<Enrolment>): boolean =>
  one.at === other.at &&
  one.visit === other.visit &&
  one.due === other.due &&
  one.held?.reason === other.held?.reason &&
  (one.answer === undefined) === (other.answer === undefined) &&
  (one.reserved === undefined) === (other.reserved === undefined);

/** Whoever counts does not know yet that it rests there. */
const uncounted = ({ rest: _, ...stood }: Stood): Stood => stood;

/** Whether whoever counts knows all of an item. */
const isCounted = ({ counted }: CustomerState): boolean => counted === COUNTED;

const isMoved = (before: Readonly<Enrolment>, now: Readonly<Enrolment> | undefined): boolean =>
  now === undefined || !isSame(before, now);

/** Notes in a commit what it moved. Of an item that nobody has counted yet, and of one that it takes over, all is new. */
export const noteBefore = (state: CustomerState, before: CustomerState, takenOver: Enrolments = {}): void => {
  const { enrolments } = state;
  const isKnown = isCounted(before);
  const moved: Record<string, Stood> = {};
  for (const id of Object.keys(before.enrolments)) {
    const earlier = before.enrolments[id]!;
    const now = ownValue(enrolments, id);
    if (isKnown && !isMoved(earlier, now)) continue;
    const stood = now ? stoodOf(earlier) : overOf(earlier);
    moved[id] = isKnown ? stood : uncounted(stood);
  }
  for (const [id, earlier] of Object.entries(takenOver))
    moved[id] = uncounted(Object.hasOwn(enrolments, id) ? stoodOf(earlier) : overOf(earlier));
  for (const id of Object.keys(enrolments))
    if (!Object.hasOwn(moved, id) && !Object.hasOwn(before.enrolments, id)) moved[id] = {};
  state.counted = COUNTED;
  state.before = beforeOf(state, moved, isFoundAnew(state, before));
};

/** Notes anew whether they are found by something else now, once all has the room that it gets. */
export const noteKnown = (state: CustomerState, before: CustomerState): void => {
  state.before = beforeOf(state, state.before?.enrolments ?? {}, isFoundAnew(state, before));
};

const beforeOf = ({ version }: CustomerState, moved: Record<string, Stood>, known: boolean): Before | undefined => {
  const isAny = Object.keys(moved).length > 0;
  return isAny || known ? { version, ...(isAny && { enrolments: moved }), ...(known && { known }) } : undefined;
};

const isFoundAnew = (state: CustomerState, before: CustomerState): boolean => {
  if (isCounted(before) && before.attributes === state.attributes) return false;
  const [now, earlier] = [knownBy(state), isCounted(before) ? knownBy(before) : {}];
  return JSON.stringify(now) !== JSON.stringify(earlier);
};
