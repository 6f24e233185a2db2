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

/** Why a kind may not be given to this customer now, as far as the customer's own item says; undefined: it may. */
export const whyNotGiven = async (
  state: CustomerState,
  { kind: name, as, atMost, caps }: Wish,
  now: Millis,
  catalogue: Giving,
): Promise<NotGiven | undefined> => {
  const kind = ownValue(catalogue.gestures.kinds, name);
  if (!kind) return 'unknown';
  if (!kind.by.includes(as)) return 'not-by';
  if (state.closedAt !== undefined) return 'account-closed';
  if (kind.when !== undefined && (await evaluate(kind.when, { customer: factsOf(state, now, catalogue) })) !== true)
    return 'unfit';
  if (atMost !== undefined && kind.cost > atMost) return 'too-dear';
  if (isFull(state, caps, now)) return 'cap';
  const counted = countedGestures(state, now, catalogue);
  if (counted.some((one) => one.kind === name && now - one.at < kind.again * 1000)) return 'lately';
  // There is no room for the record of one more.
  if (counted.length >= LIMITS.gestures) return 'customer-budget';
  return hasRoomForGesture(state, name, now, catalogue) ? undefined : 'customer-budget';
};
