import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { uncount } from './life.ts';
import { offerable } from './offered.ts';
import { gestureOf } from './records.ts';

/** How a choice stands, for whoever looks at it. */
export interface ChoiceNow {
  /** What is left of what was offered, in its order. */
  left: string[];
  /** What they chose last, of which nothing is decided yet or which is reserved. */
  chose: string | undefined;
  /** Its budgets are reserved, or it has none. */
  isReserved: boolean;
  /** What they chose and could not be given. */
  refused: string[];
}

/**
 * Of what an enrolment offered by a decision what may be chosen now; undefined where that is over. What is chosen already leaves
 * room for what would take its place. `spent`: kinds for which the budgets that all share have no room.
 */
export const choiceNow = async (
  state: CustomerState,
  { enrolment: id, decision }: { enrolment: string; decision: string },
  { now, catalogue, spent }: { now: Millis; catalogue: Catalogue; spent: readonly string[] },
): Promise<ChoiceNow | undefined> => {
  const enrolment = Object.hasOwn(state.enrolments, id) ? state.enrolments[id] : undefined;
  const offers = enrolment?.offers;
  if (!enrolment || offers?.to !== decision || enrolment.leave) return undefined;
  if (offers.visit !== undefined && (offers.visit !== enrolment.visit || enrolment.answer)) return undefined;
  const own = enrolment.giving === undefined ? undefined : gestureOf(state, enrolment.giving);
  if (own && own.state !== 'offered') return undefined;
  const without = { ...state, gestures: (state.gestures ?? []).filter(({ id }) => id !== own?.id) };
  const context = { state: without, now, deps: { catalogue } };
  if (own) uncount(context, own);
  const { kinds } = await offerable(
    context,
    offers.kinds,
    enrolment.journey,
    spent.filter((kind) => kind !== own?.kind),
  );
  return {
    left: kinds,
    chose: offers.chose,
    isReserved: own !== undefined && (own.reserved === true || own.counted !== true),
    refused: (offers.refused ?? []).map(({ kind }) => kind),
  };
};
