import type { NotGiven } from '../../../language/catalogue/gesture.ts';
import type { Giver } from '../../../language/catalogue/giver.ts';
import { evaluate } from '../../../language/expressions/condition.ts';
import { isFull, type WorkCap } from '../../gate/work-caps.ts';
import { ownValue } from '../../own-value.ts';
import { factsOf } from '../model/facts.ts';
import { LIMITS } from '../model/limits.ts';
import type { Millis } from '../model/millis.ts';
import type { CustomerState } from '../model/state.ts';
import { hasRoomForGesture } from './budgets.ts';
import type { Giving } from './is-giving.ts';
import { countedGestures } from './records.ts';

interface Wish {
  kind: string;
  as: Giver;
  /** What it may cost, in hundredths. */
  atMost?: number | undefined;
  /** On gestures: the policy's, and the step's own. */
  caps: readonly WorkCap[];
}

/**
 * All that speaks against giving a kind to this customer now, as far as the customer's own item says, what is told first at the
 * head; nothing: it may be given. Of a kind that is not there, or is not theirs to give, that is all there is to say.
 */
export const allAgainst = async (
  state: CustomerState,
  { kind: name, as, atMost, caps }: Wish,
  now: Millis,
  catalogue: Giving,
): Promise<NotGiven[]> => {
  const kind = ownValue(catalogue.gestures.kinds, name);
  if (!kind) return ['unknown'];
  if (!kind.by.includes(as)) return ['not-by'];
  if (state.closedAt !== undefined) return ['account-closed'];
  const fits =
    kind.when === undefined || (await evaluate(kind.when, { customer: factsOf(state, now, catalogue) })) === true;
  const counted = countedGestures(state, now, catalogue);
  // There has to be room for the record of one more, too.
  const hasRoom = counted.length < LIMITS.gestures && hasRoomForGesture(state, name, now, catalogue);
  const against: [NotGiven, boolean][] = [
    ['unfit', !fits],
    ['too-dear', atMost !== undefined && kind.cost > atMost],
    ['cap', isFull(state, caps, now)],
    ['lately', counted.some((one) => one.kind === name && now - one.at < kind.again * 1000)],
    ['customer-budget', !hasRoom],
  ];
  return against.flatMap(([why, isSo]) => (isSo ? [why] : []));
};

/** Why a kind may not be given to this customer now; undefined: it may. */
export const whyNotGiven = async (...parameters: Parameters<typeof allAgainst>): Promise<NotGiven | undefined> =>
  (await allAgainst(...parameters))[0];
